import type { Rule } from "./rule.ts";
import { afterReport } from "./rules/after-report.ts";
import { allReturned } from "./rules/all-returned.ts";
import { autoApprove } from "./rules/auto-approve.ts";
import { badExpression } from "./rules/bad-expression.ts";
import { budgetOver } from "./rules/budget-over.ts";
import { contextOverflow } from "./rules/context-overflow.ts";
import { cycle } from "./rules/cycle.ts";
import { deadOutput } from "./rules/dead-output.ts";
import { declaredOnly } from "./rules/declared-only.ts";
import { domainOutside } from "./rules/domain-outside.ts";
import { doneMissing } from "./rules/done-missing.ts";
import { drift } from "./rules/drift.ts";
import { dropsConflicts } from "./rules/drops-conflicts.ts";
import { duplicateWork } from "./rules/duplicate-work.ts";
import { effectBeforeGate } from "./rules/effect-before-gate.ts";
import { formOnly } from "./rules/form-only.ts";
import { gateMissing } from "./rules/gate-missing.ts";
import { hiddenCharacters } from "./rules/hidden-characters.ts";
import { inputMismatch } from "./rules/input-mismatch.ts";
import { itemUnread } from "./rules/item-unread.ts";
import { missingJoin } from "./rules/missing-join.ts";
import { namesWhatItLacks } from "./rules/names-what-it-lacks.ts";
import { needlessOrder } from "./rules/needless-order.ts";
import { noEvidence } from "./rules/no-evidence.ts";
import { noReport } from "./rules/no-report.ts";
import { notRunnable } from "./rules/not-runnable.ts";
import { oneSided } from "./rules/one-sided.ts";
import { questionMissing } from "./rules/question-missing.ts";
import { requirementUncovered } from "./rules/requirement-uncovered.ts";
import { sameModel } from "./rules/same-model.ts";
import { scopeWrites } from "./rules/scope-writes.ts";
import { sharedPremise } from "./rules/shared-premise.ts";
import { singleWorker } from "./rules/single-worker.ts";
import { sourceOutside } from "./rules/source-outside.ts";
import { toolOutside } from "./rules/tool-outside.ts";
import { unboundedFanOut } from "./rules/unbounded-fan-out.ts";
import { unboundedLoop } from "./rules/unbounded-loop.ts";
import { unchallenged } from "./rules/unchallenged.ts";
import { uncited } from "./rules/uncited.ts";
import { undivided } from "./rules/undivided.ts";
import { unguardedWrite } from "./rules/unguarded-write.ts";
import { unlimitedNode } from "./rules/unlimited-node.ts";
import { unreachableNode } from "./rules/unreachable-node.ts";
import { untrustedToWrite } from "./rules/untrusted-to-write.ts";
import { verifyMissing } from "./rules/verify-missing.ts";
import { verifySelf } from "./rules/verify-self.ts";
import { verifyUnused } from "./rules/verify-unused.ts";

/** Every rule there is, in the order they are listed. */
export const preflightRules: readonly Rule[] = [
  unreachableNode,
  deadOutput,
  cycle,
  unboundedLoop,
  unboundedFanOut,
  missingJoin,
  noReport,
  notRunnable,
  badExpression,
  inputMismatch,
  duplicateWork,
  needlessOrder,
  effectBeforeGate,
  toolOutside,
  sourceOutside,
  domainOutside,
  scopeWrites,
  unguardedWrite,
  untrustedToWrite,
  drift,
  budgetOver,
  unlimitedNode,
  requirementUncovered,
  declaredOnly,
  singleWorker,
  itemUnread,
  questionMissing,
  namesWhatItLacks,
  contextOverflow,
  undivided,
  hiddenCharacters,
  sharedPremise,
  oneSided,
  verifyMissing,
  verifySelf,
  sameModel,
  formOnly,
  noEvidence,
  verifyUnused,
  afterReport,
  unchallenged,
  dropsConflicts,
  uncited,
  allReturned,
  doneMissing,
  autoApprove,
  gateMissing,
];
