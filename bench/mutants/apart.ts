import type { Part } from "./part.ts";
import { barrierPlans } from "./apart/barrier.ts";
import { boundOperators } from "./apart/bound.ts";
import { breachOperators } from "./apart/breach.ts";
import { gapOperators } from "./apart/gap.ts";
import { leasePlans } from "./apart/lease.ts";
import { localePlans } from "./apart/locale.ts";
import { mergerOperators } from "./apart/merger.ts";
import { policyPlans } from "./apart/policy.ts";
import { proofOperators } from "./apart/proof.ts";
import { supplierPlans } from "./apart/supplier.ts";
import { twinOperators } from "./apart/twin.ts";
import { vertragPlans } from "./apart/vertrag.ts";

/** The third of plans and operators that is kept apart: nobody who works on the rules looks at it. */
export const apart: Part = {
  plans: [...barrierPlans, ...leasePlans, ...localePlans, ...policyPlans, ...supplierPlans, ...vertragPlans],
  operators: [...boundOperators, ...breachOperators, ...gapOperators, ...mergerOperators, ...proofOperators, ...twinOperators],
};
