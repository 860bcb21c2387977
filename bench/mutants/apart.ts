import type { Part } from "./part.ts";
import { barrierPlans } from "./apart/barrier.ts";
import { boundOperators } from "./apart/bound.ts";
import { limitOperators } from "./later/bounds.ts";
import { breachOperators } from "./apart/breach.ts";
import { contractPlans } from "./later/contracts.ts";
import { coveringOperators } from "./later/coverings.ts";
import { diligencePlans } from "./later/diligence.ts";
import { duplicateOperators } from "./later/duplicates.ts";
import { endingOperators } from "./later/endings.ts";
import { expressionOperators } from "./later/expressions.ts";
import { flowOperators } from "./later/flows.ts";
import { framingOperators } from "./later/framings.ts";
import { gapOperators } from "./apart/gap.ts";
import { guidePlans } from "./later/guides.ts";
import { leasePlans } from "./apart/lease.ts";
import { listPlans } from "./later/lists.ts";
import { localePlans } from "./apart/locale.ts";
import { languagePlans } from "./later/locales.ts";
import { mergerOperators } from "./apart/merger.ts";
import { notePlans } from "./later/notes.ts";
import { outagePlans } from "./later/outages.ts";
import { permissionOperators } from "./later/permissions.ts";
import { policyPlans } from "./apart/policy.ts";
import { proofOperators } from "./apart/proof.ts";
import { trustOperators } from "./later/proofs.ts";
import { receiptOperators } from "./later/receipts.ts";
import { reviewPlans } from "./later/reviews.ts";
import { screeningPlans } from "./later/screenings.ts";
import { supplierPlans } from "./apart/supplier.ts";
import { trialPlans } from "./later/trials.ts";
import { twinOperators } from "./apart/twin.ts";
import { vertragPlans } from "./apart/vertrag.ts";

/** What is kept apart, from two authors: nobody who works on the rules looks at it. */
export const apart: Part = {
  plans: [...barrierPlans, ...contractPlans, ...diligencePlans, ...guidePlans, ...leasePlans, ...listPlans, ...localePlans, ...languagePlans, ...notePlans, ...outagePlans, ...policyPlans, ...reviewPlans, ...screeningPlans, ...supplierPlans, ...trialPlans, ...vertragPlans],
  operators: [...boundOperators, ...limitOperators, ...breachOperators, ...coveringOperators, ...duplicateOperators, ...endingOperators, ...expressionOperators, ...flowOperators, ...framingOperators, ...gapOperators, ...mergerOperators, ...permissionOperators, ...proofOperators, ...trustOperators, ...receiptOperators, ...twinOperators],
};
