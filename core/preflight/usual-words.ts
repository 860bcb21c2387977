/** What any check of claims asks at least. */
export const usualCriterion = "A claim is supported when its quotes alone carry it, refuted when they say otherwise, and undecided when they leave it open.";

/** When a plan is done at the earliest: something was reached, not only ended. */
export const usualDone = "Each requirement has a claim that passed the check, or the report names it as unanswered.";
