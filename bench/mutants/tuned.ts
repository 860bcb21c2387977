import type { Part } from "./part.ts";
import { advisoryPlans } from "./tuned/advisories.ts";
import { boundOperators } from "./tuned/bound.ts";
import { cityPlans } from "./tuned/cities.ts";
import { codeReviewPlans } from "./tuned/code-review.ts";
import { contextOperators } from "./tuned/context.ts";
import { contractPlans } from "./tuned/contract.ts";
import { coverageOperators } from "./tuned/coverage.ts";
import { criteriaOperators } from "./tuned/criteria.ts";
import { dueDiligencePlans } from "./tuned/due-diligence.ts";
import { endingOperators } from "./tuned/ending.ts";
import { extractionPlans } from "./tuned/extraction.ts";
import { framingOperators } from "./tuned/framing.ts";
import { gateOperators } from "./tuned/gate.ts";
import { hiddenOperators } from "./tuned/hidden.ts";
import { incidentPlans } from "./tuned/incident.ts";
import { literaturePlans } from "./tuned/literature.ts";
import { migrationPlans } from "./tuned/migration.ts";
import { pathOperators } from "./tuned/path.ts";
import { repetitionOperators } from "./tuned/repetition.ts";
import { scopeOperators } from "./tuned/scope.ts";
import { spendingOperators } from "./tuned/spending.ts";
import { ticketPlans } from "./tuned/tickets.ts";
import { upgradePlans } from "./tuned/upgrades.ts";
import { valueOperators } from "./tuned/value.ts";
import { vendorPlans } from "./tuned/vendors.ts";
import { verdictOperators } from "./tuned/verdict.ts";
import { verificationOperators } from "./tuned/verification.ts";

/** The plans and operators that are looked at while rules are tuned. */
export const tuned: Part = {
  plans: [...advisoryPlans, ...cityPlans, ...codeReviewPlans, ...contractPlans, ...dueDiligencePlans, ...extractionPlans, ...incidentPlans, ...literaturePlans, ...migrationPlans, ...ticketPlans, ...upgradePlans, ...vendorPlans],
  operators: [...boundOperators, ...contextOperators, ...coverageOperators, ...criteriaOperators, ...endingOperators, ...framingOperators, ...gateOperators, ...hiddenOperators, ...pathOperators, ...repetitionOperators, ...scopeOperators, ...spendingOperators, ...valueOperators, ...verdictOperators, ...verificationOperators],
};
