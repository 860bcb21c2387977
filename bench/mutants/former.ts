import type { Part } from "./part.ts";
import { boundOperators } from "./former/bound.ts";
import { contextOperators } from "./former/context.ts";
import { coverageOperators } from "./former/coverage.ts";
import { criteriaOperators } from "./former/criteria.ts";
import { endingOperators } from "./former/ending.ts";
import { framingOperators } from "./former/framing.ts";
import { gateOperators } from "./former/gate.ts";
import { hiddenOperators } from "./former/hidden.ts";
import { pathOperators } from "./former/path.ts";
import { policyPlans } from "./former/policy.ts";
import { releaseNotesPlans } from "./former/release-notes.ts";
import { repetitionOperators } from "./former/repetition.ts";
import { researchPlans } from "./former/research.ts";
import { scopeOperators } from "./former/scope.ts";
import { searchRoundsPlans } from "./former/search-rounds.ts";
import { smallPlans } from "./former/small.ts";
import { spendingOperators } from "./former/spending.ts";
import { testTriagePlans } from "./former/test-triage.ts";
import { valueOperators } from "./former/value.ts";
import { verdictOperators } from "./former/verdict.ts";
import { verificationOperators } from "./former/verification.ts";

/** What was kept apart once, until it was looked at. */
export const former: Part = {
  plans: [...policyPlans, ...releaseNotesPlans, ...researchPlans, ...searchRoundsPlans, ...smallPlans, ...testTriagePlans],
  operators: [...boundOperators, ...contextOperators, ...coverageOperators, ...criteriaOperators, ...endingOperators, ...framingOperators, ...gateOperators, ...hiddenOperators, ...pathOperators, ...repetitionOperators, ...scopeOperators, ...spendingOperators, ...valueOperators, ...verdictOperators, ...verificationOperators],
};
