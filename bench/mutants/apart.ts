import type { Part } from "./part.ts";
import { boundOperators } from "./apart/bound.ts";
import { contextOperators } from "./apart/context.ts";
import { coverageOperators } from "./apart/coverage.ts";
import { criteriaOperators } from "./apart/criteria.ts";
import { endingOperators } from "./apart/ending.ts";
import { framingOperators } from "./apart/framing.ts";
import { gateOperators } from "./apart/gate.ts";
import { hiddenOperators } from "./apart/hidden.ts";
import { pathOperators } from "./apart/path.ts";
import { policyPlans } from "./apart/policy.ts";
import { releaseNotesPlans } from "./apart/release-notes.ts";
import { repetitionOperators } from "./apart/repetition.ts";
import { researchPlans } from "./apart/research.ts";
import { scopeOperators } from "./apart/scope.ts";
import { searchRoundsPlans } from "./apart/search-rounds.ts";
import { smallPlans } from "./apart/small.ts";
import { spendingOperators } from "./apart/spending.ts";
import { testTriagePlans } from "./apart/test-triage.ts";
import { valueOperators } from "./apart/value.ts";
import { verdictOperators } from "./apart/verdict.ts";
import { verificationOperators } from "./apart/verification.ts";

/** The third of plans and operators that is kept apart: nobody who works on the rules looks at it. */
export const apart: Part = {
  plans: [...policyPlans, ...releaseNotesPlans, ...researchPlans, ...searchRoundsPlans, ...smallPlans, ...testTriagePlans],
  operators: [...boundOperators, ...contextOperators, ...coverageOperators, ...criteriaOperators, ...endingOperators, ...framingOperators, ...gateOperators, ...hiddenOperators, ...pathOperators, ...repetitionOperators, ...scopeOperators, ...spendingOperators, ...valueOperators, ...verdictOperators, ...verificationOperators],
};
