import type { Part } from "./part.ts";
import { barrierPlans } from "./apart/barrier.ts";
import { boundOperators } from "./apart/bound.ts";
import { limitOperators } from "./apart/later/bounds.ts";
import { breachOperators } from "./apart/breach.ts";
import { contractPlans } from "./apart/later/contracts.ts";
import { coveringOperators } from "./apart/later/coverings.ts";
import { diligencePlans } from "./apart/later/diligence.ts";
import { duplicateOperators } from "./apart/later/duplicates.ts";
import { endingOperators } from "./apart/later/endings.ts";
import { expressionOperators } from "./apart/later/expressions.ts";
import { flowOperators } from "./apart/later/flows.ts";
import { framingOperators } from "./apart/later/framings.ts";
import { gapOperators } from "./apart/gap.ts";
import { guidePlans } from "./apart/later/guides.ts";
import { leasePlans } from "./apart/lease.ts";
import { listPlans } from "./apart/later/lists.ts";
import { localePlans } from "./apart/locale.ts";
import { languagePlans } from "./apart/later/locales.ts";
import { mergerOperators } from "./apart/merger.ts";
import { notePlans } from "./apart/later/notes.ts";
import { outagePlans } from "./apart/later/outages.ts";
import { permissionOperators } from "./apart/later/permissions.ts";
import { policyPlans } from "./apart/policy.ts";
import { proofOperators } from "./apart/proof.ts";
import { trustOperators } from "./apart/later/proofs.ts";
import { receiptOperators } from "./apart/later/receipts.ts";
import { reviewPlans } from "./apart/later/reviews.ts";
import { screeningPlans } from "./apart/later/screenings.ts";
import { supplierPlans } from "./apart/supplier.ts";
import { trialPlans } from "./apart/later/trials.ts";
import { twinOperators } from "./apart/twin.ts";
import { vertragPlans } from "./apart/vertrag.ts";

/** What is kept apart, from two authors: nobody who works on the rules looks at it. */
export const apart: Part = {
  plans: [...barrierPlans, ...contractPlans, ...diligencePlans, ...guidePlans, ...leasePlans, ...listPlans, ...localePlans, ...languagePlans, ...notePlans, ...outagePlans, ...policyPlans, ...reviewPlans, ...screeningPlans, ...supplierPlans, ...trialPlans, ...vertragPlans],
  operators: [...boundOperators, ...limitOperators, ...breachOperators, ...coveringOperators, ...duplicateOperators, ...endingOperators, ...expressionOperators, ...flowOperators, ...framingOperators, ...gapOperators, ...mergerOperators, ...permissionOperators, ...proofOperators, ...trustOperators, ...receiptOperators, ...twinOperators],
};
