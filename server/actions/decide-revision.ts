import { utf8ToBytes } from "@noble/hashes/utils.js";
import type { Actor } from "../../core/access/actor.ts";
import type { Role } from "../../core/access/role.ts";
import { approvalStatement, statementPayloadType, type DecisionVerdict } from "../../core/review/approval-statement.ts";
import { preAuthenticationEncoding, type DsseEnvelope } from "../../core/review/dsse-envelope.ts";
import { authorIdsOf } from "../../core/review/authors.ts";
import { countOpened, type OpenedParts } from "../../core/review/opened.ts";
import { mayWaive, reasonAgainstApprover } from "../../core/review/policy.ts";
import { reviewRound } from "../../core/review/review-state.ts";
import { blockingErrors, isAbout, type Waiver } from "../../core/review/waiver.ts";
import { examineRevision } from "./examine-revision.ts";
import type { Ports } from "./ports.ts";
import type { Signer } from "./workflow-store.ts";

export type DecisionOutcome =
  /** @property isRepeated whether this person had approved the very same already: then nothing is recorded twice. */
  | { ok: true; decisionId: string; isRepeated: boolean; missingApprovals: number }
  | { ok: false; reason: "not-found" | "reason-missing" }
  /** What was on screen is no longer what is there: show the newest and let the person look again. */
  | { ok: false; reason: "outdated"; newestRevision: number }
  | { ok: false; reason: "errors"; count: number }
  /** The policy doesn't count an approval of this role, or of who wrote the plan. */
  | { ok: false; reason: "approver-role" | "approver-author" }
  /** Nothing is waived in advance, and not every rule by everybody. */
  | { ok: false; reason: "waiver-unfounded" | "waiver-not-allowed"; ruleId: string; target: string };

interface Decision {
  workflowId: string;
  /** Of the manifest on the decider's screen, which waives nothing yet. */
  manifestDigest: string;
  verdict: DecisionVerdict;
  reason: string;
  /** Of who decides; left out for the operator, who is an admin without sign-in. */
  role?: Role;
  /** Errors that an approval accepts, as far as the policy lets this role; what is signed is the manifest with them. */
  waivers?: readonly Waiver[];
  /** What the decider had opened, by their browser's word; left out where there is no browser. */
  opened?: OpenedParts;
}

/**
 * Records what a person decided on exactly what was on their screen, named by its digest. The workflow stays locked
 * from reading its newest revision to writing the decision: no save comes between, and nobody is counted twice. There is no
 * verdict for taking an approval back: asking for changes does, and ends the round for everybody (`reviewRound`).
 */
export async function decideRevision(
  ports: Pick<Ports, "store" | "now" | "signer" | "models" | "tools">,
  actor: Actor,
  decision: Decision,
): Promise<DecisionOutcome> {
  const { workflowId, verdict, reason, role = "admin", opened } = decision;
  const waivers = verdict === "approved" ? (decision.waivers ?? []) : [];
  if (verdict !== "approved" && reason.trim() === "") return { ok: false, reason: "reason-missing" };
  const signer = await ports.signer();
  return ports.store.transaction(async (records) => {
    const isThere = await records.workflows.lock(workflowId);
    const workflow = isThere ? await records.workflows.find(workflowId) : null;
    const revision = await records.revisions.findNewest(workflowId);
    const brief = workflow === null ? null : await records.briefs.findVersion(workflow.briefVersionId);
    if (workflow === null || revision === null || brief === null) return { ok: false, reason: "not-found" };
    const shown = await examineRevision(ports, { revision, brief });
    if (shown.manifestDigest !== decision.manifestDigest) return { ok: false, reason: "outdated", newestRevision: revision.number };
    const { policy } = shown;
    const isAuthor = authorIdsOf({ workflow, revisions: await records.revisions.list(workflowId) }).includes(actor.id);
    const against = verdict === "approved" ? reasonAgainstApprover(policy, { role, isAuthor }) : null;
    const facts = (await records.decisions.list(workflowId)).map((one) => ({ ...one, isCurrent: one.shownDigest === shown.manifestDigest }));
    const { approvals } = reviewRound(revision.digest, facts, policy.approvals.count);
    const unused = approvals.some(({ hasRun }) => hasRun) ? [] : approvals;
    const mine = verdict === "approved" ? unused.find(({ decidedById }) => decidedById === actor.id) : undefined;
    const missingWith = (given: number) => Math.max(0, policy.approvals.count - given);
    if (mine !== undefined) return { ok: true, decisionId: mine.id, isRepeated: true, missingApprovals: missingWith(unused.length) };
    const { findings } = shown.report;
    for (const { ruleId, target } of waivers) {
      if (!findings.some((finding) => finding.severity === "error" && isAbout({ ruleId, target }, finding))) return { ok: false, reason: "waiver-unfounded", ruleId, target };
      if (!mayWaive(policy, ruleId, role)) return { ok: false, reason: "waiver-not-allowed", ruleId, target };
    }
    const errors = blockingErrors(findings, waivers);
    if (verdict === "approved" && errors.length > 0) return { ok: false, reason: "errors", count: errors.length };
    if (against !== null) return { ok: false, reason: `approver-${against}` };
    const by = { id: actor.id, name: actor.name };
    const examined = waivers.length === 0 ? shown : await examineRevision(ports, { revision, brief, waivers: waivers.map((waiver) => ({ ...waiver, by })) });
    const now = ports.now();
    const statement = approvalStatement({ verdict, reason, isByAuthor: isAuthor, decidedBy: actor, decidedAt: now, manifest: examined.manifest });
    const decisionId = await records.decisions.create({
      revisionId: revision.id,
      verdict,
      reason,
      manifestText: examined.manifestText,
      manifestDigest: examined.manifestDigest,
      opened: opened === undefined ? null : countOpened(opened, { graph: revision.graph, findings }),
      envelope: seal(JSON.stringify(statement), signer),
      decidedById: actor.id,
      decidedByName: actor.name,
      now,
    });
    await records.workflowNews.append(workflowId, { type: "decision", revision: revision.number, verdict, by: actor.name }, now);
    await records.auditLog.append(
      {
        actorId: actor.id,
        actorName: actor.name,
        action: "decision-make",
        targetType: "revision",
        targetId: revision.id,
        summary: `${wordsByVerdict[verdict]} revision ${revision.number} of ${workflow.title}${isAuthor && verdict === "approved" ? ", a self-approval" : ""}`,
        beforeDigest: revision.digest,
        afterDigest: examined.manifestDigest,
      },
      now,
    );
    return { ok: true, decisionId, isRepeated: false, missingApprovals: verdict === "approved" ? missingWith(unused.length + 1) : policy.approvals.count };
  });
}

const wordsByVerdict = { approved: "Approved", rejected: "Rejected", "changes-requested": "Requested changes to" } as const;

function seal(statement: string, signer: Signer): DsseEnvelope {
  const bytes = utf8ToBytes(statement);
  return {
    payloadType: statementPayloadType,
    payload: Buffer.from(bytes).toString("base64"),
    signatures: [{ keyid: signer.keyId, sig: signer.sign(preAuthenticationEncoding(statementPayloadType, bytes)) }],
  };
}
