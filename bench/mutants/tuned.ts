import { former } from "./former.ts";
import type { Part } from "./part.ts";
import { advisoryPlans } from "./tuned/advisories.ts";
import { allowanceOperators } from "./tuned/allowance.ts";
import { attritionPlans } from "./tuned/attrition.ts";
import { boundOperators } from "./tuned/bound.ts";
import { bulletinPlans } from "./tuned/bulletin.ts";
import { changesetPlans } from "./tuned/changeset.ts";
import { cityPlans } from "./tuned/cities.ts";
import { codeReviewPlans } from "./tuned/code-review.ts";
import { consentOperators } from "./tuned/consent.ts";
import { contextOperators } from "./tuned/context.ts";
import { contractPlans } from "./tuned/contract.ts";
import { coverageOperators } from "./tuned/coverage.ts";
import { criteriaOperators } from "./tuned/criteria.ts";
import { criterionOperators } from "./tuned/criterion.ts";
import { digestPlans } from "./tuned/digest.ts";
import { dosagePlans } from "./tuned/dosage.ts";
import { dueDiligencePlans } from "./tuned/due-diligence.ts";
import { endingOperators } from "./tuned/ending.ts";
import { extractionPlans } from "./tuned/extraction.ts";
import { flakePlans } from "./tuned/flake.ts";
import { framingOperators } from "./tuned/framing.ts";
import { gateOperators } from "./tuned/gate.ts";
import { handbookPlans } from "./tuned/handbook.ts";
import { handoverOperators } from "./tuned/handover.ts";
import { hiddenOperators } from "./tuned/hidden.ts";
import { incidentPlans } from "./tuned/incident.ts";
import { letteringOperators } from "./tuned/lettering.ts";
import { literaturePlans } from "./tuned/literature.ts";
import { migrationPlans } from "./tuned/migration.ts";
import { outagePlans } from "./tuned/outage.ts";
import { outcomeOperators } from "./tuned/outcome.ts";
import { pathOperators } from "./tuned/path.ts";
import { paywallPlans } from "./tuned/paywall.ts";
import { permissionOperators } from "./tuned/permission.ts";
import { premiseOperators } from "./tuned/premise.ts";
import { reachOperators } from "./tuned/reach.ts";
import { receiptOperators } from "./tuned/receipt.ts";
import { releaseUpgradePlans } from "./tuned/release-upgrade.ts";
import { repetitionOperators } from "./tuned/repetition.ts";
import { requirementOperators } from "./tuned/requirement.ts";
import { scopeOperators } from "./tuned/scope.ts";
import { screeningPlans } from "./tuned/screening.ts";
import { spendingOperators } from "./tuned/spending.ts";
import { ticketPlans } from "./tuned/tickets.ts";
import { upgradePlans } from "./tuned/upgrades.ts";
import { valueOperators } from "./tuned/value.ts";
import { vendorPlans } from "./tuned/vendors.ts";
import { verdictOperators } from "./tuned/verdict.ts";
import { verificationOperators } from "./tuned/verification.ts";
import { verifierOperators } from "./tuned/verifier.ts";
import { warehousePlans } from "./tuned/warehouse.ts";

/** The plans and operators that are looked at while rules are tuned. */
export const tuned: Part = {
  plans: [...former.plans, ...advisoryPlans, ...attritionPlans, ...bulletinPlans, ...changesetPlans, ...cityPlans, ...codeReviewPlans, ...contractPlans, ...digestPlans, ...dosagePlans, ...dueDiligencePlans, ...extractionPlans, ...flakePlans, ...handbookPlans, ...incidentPlans, ...literaturePlans, ...migrationPlans, ...outagePlans, ...paywallPlans, ...releaseUpgradePlans, ...screeningPlans, ...ticketPlans, ...upgradePlans, ...vendorPlans, ...warehousePlans],
  operators: [...former.operators, ...allowanceOperators, ...boundOperators, ...consentOperators, ...contextOperators, ...coverageOperators, ...criteriaOperators, ...criterionOperators, ...endingOperators, ...framingOperators, ...gateOperators, ...handoverOperators, ...hiddenOperators, ...letteringOperators, ...outcomeOperators, ...pathOperators, ...permissionOperators, ...premiseOperators, ...reachOperators, ...receiptOperators, ...repetitionOperators, ...requirementOperators, ...scopeOperators, ...spendingOperators, ...valueOperators, ...verdictOperators, ...verificationOperators, ...verifierOperators],
};
