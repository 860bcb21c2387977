import { createPublicKey, verify } from "node:crypto";
import { describe, expect, test } from "vitest";
import { operator } from "../../core/access/actor.ts";
import type { Role } from "../../core/access/role.ts";
import { briefSchema } from "../../core/brief/brief.ts";
import { nameOfTarget } from "../../core/preflight/finding.ts";
import { approvalStatementSchema, isAboutItsManifest } from "../../core/review/approval-statement.ts";
import { preAuthenticationEncoding } from "../../core/review/dsse-envelope.ts";
import { digestGraph } from "../../core/workflow/digest-graph.ts";
import { opSchema, type Op, type OpInput } from "../../core/workflow/op.ts";
import { freshServices } from "../../tests/setup/services.ts";
import { writtenPlan } from "../../tests/setup/written-plan.ts";
import type { Services } from "../services.ts";

const ops = (...inputs: OpInput[]): Op[] => inputs.map((input) => opSchema.parse(input));
const brief = briefSchema.parse({ question: "What survives a crash?", requirements: [{ id: "r1", text: "What survives" }] });
const soundPlan = ops(
  { op: "node-add", node: { kind: "agent", id: "read", title: "Read", covers: ["r1"], maxTurns: 4 } },
  { op: "node-add", node: { kind: "verify", id: "check", title: "Check" } },
  { op: "node-add", node: { kind: "synthesize", id: "report", title: "Report" } },
  { op: "edge-add", edge: { id: "e1", from: "read", to: "check" } },
  { op: "edge-add", edge: { id: "e2", from: "check", to: "report" } },
  { op: "plan-update", changes: [{ path: ["reportNode"], value: "report" }] },
);
const retitle = (title: string) => ops({ op: "node-update", id: "read", changes: [{ path: ["title"], value: title }] });
const move = (x: number) => ops({ op: "layout-update", positions: { read: { x, y: 0 } } });

/** A workflow whose plan was written op by op, on services of its own. */
async function writtenAlone(plan: Op[]) {
  const { services, databaseUrl } = await freshServices();
  return { services, ...(await writtenPlan(databaseUrl, { brief, plan })) };
}

async function reviewable(plan = soundPlan) {
  const written = await writtenAlone(plan);
  expect(await written.services.finishPlan(operator, written.planId)).toEqual({ ok: true });
  return written;
}

const describeIt = async (services: Services, workflowId: string) => {
  const description = await services.describeWorkflow({ workflowId, memberId: null });
  if (description?.examined == null || description.revision === null) throw new Error("There is nothing to review.");
  return { ...description, revision: description.revision, examined: description.examined };
};

const decide = async (services: Services, workflowId: string, verdict: "approved" | "rejected" = "approved", reason = "") => {
  const { examined } = await describeIt(services, workflowId);
  return services.decideRevision(operator, { workflowId, manifestDigest: examined.manifestDigest, verdict, reason });
};

test("workflows are found by words of their question or title, capitals or not, wildcards as they are", async () => {
  const { services, workflowId } = await writtenAlone(soundPlan);
  const find = async (text: string) => (await services.listWorkflows({ before: null, limit: 5, text })).map(({ id }) => id);
  for (const text of ["", "survives A CRASH", "cras"]) expect([text, await find(text)]).toEqual([text, [workflowId]]);
  for (const text of ["fire", "%", "_"]) expect([text, await find(text)]).toEqual([text, []]);
});

describe("a brief", () => {
  test("that is changed becomes its next version with a workflow of its own, and what was there stays", async () => {
    const { services, workflowId } = await reviewable();
    const before = await describeIt(services, workflowId);
    const { briefId } = before.briefVersion;
    const changed = briefSchema.parse({ ...brief, question: "What survives a fire?" });
    const ask = (content: typeof brief) => services.createWorkflow(operator, { brief: content, title: null, briefId });
    const [next, again] = [await ask(changed), await ask(changed)];
    if (!next.ok || !again.ok) throw new Error("A version was refused.");
    expect(await describeIt(services, workflowId)).toEqual(before);
    expect(await services.describeWorkflow({ workflowId: next.workflowId, memberId: null })).toMatchObject({ brief: changed, briefVersion: { briefId, number: 2 }, revision: null });
    expect((await services.listBriefVersions(briefId)).map(({ number, workflows }) => [number, workflows.map(({ id }) => id)])).toEqual([
      [2, [next.workflowId, again.workflowId]],
      [1, [workflowId]],
    ]);
    await ask(brief);
    expect(await services.listBriefVersions(briefId)).toMatchObject([{ number: 3, content: brief }, { number: 2 }, { number: 1, content: brief }]);
  });

  test("gets one version from each of several who change it at once", async () => {
    const { services, workflowId } = await reviewable();
    const { briefId } = (await describeIt(services, workflowId)).briefVersion;
    const ask = (turn: number) => services.createWorkflow(operator, { brief: { ...brief, question: `Question ${turn}?` }, title: null, briefId });
    await Promise.all([1, 2, 3, 4].map(ask));
    const versions = await services.listBriefVersions(briefId);
    expect(versions.map(({ number }) => number)).toEqual([5, 4, 3, 2, 1]);
    expect(new Set(versions.map(({ content }) => content.question)).size).toBe(5);
  });

  test("that opens what isn't here is refused, and its plan is in error once a collection is removed", async () => {
    const { services, databaseUrl } = await freshServices();
    const made = await services.createCollection(operator, { name: "Leases" });
    if (!made.ok) throw new Error(made.reason);
    const opening = (...collections: string[]) => briefSchema.parse({ ...brief, scope: { collections, tools: ["read_source", "call_home"] } });
    const refused = await services.createWorkflow(operator, { brief: opening("Leases", "Loans"), title: null, briefId: null });
    expect(refused).toEqual({ ok: false, reason: "not-here", missing: { collections: ["Loans"], tools: ["call_home"] } });
    expect(await services.listWorkflows({ before: null, limit: 5 })).toEqual([]);
    const { workflowId, planId } = await writtenPlan(databaseUrl, { brief: opening("Leases"), plan: soundPlan });
    await services.finishPlan(operator, planId);
    const errors = async () => (await describeIt(services, workflowId)).examined.report.findings.filter(({ severity }) => severity === "error").map(({ message }) => message);
    expect(await errors()).toEqual([]);
    const approved = await decide(services, workflowId);
    await services.removeCollection(operator, { collectionId: made.collectionId });
    expect(await errors()).toEqual([expect.stringMatching(/^Nobody can read "Leases"/)]);
    expect(await services.startRun(operator, { workflowId, decisionId: approved.ok ? approved.decisionId : "" })).toMatchObject({ ok: false, reason: "changed" });
    expect(await decide(services, workflowId)).toMatchObject({ ok: false, reason: "errors", count: 1 });
  });

  test("that isn't there has no next version", async () => {
    const { services } = await freshServices();
    const briefId = "01900000-0000-7000-8000-000000000000";
    expect(await services.createWorkflow(operator, { brief, title: null, briefId })).toEqual({ ok: false, reason: "no-such-brief" });
    expect(await services.listWorkflows({ before: null, limit: 5 })).toEqual([]);
  });
});

describe("a plan", () => {
  test("that is finished becomes revision 1, once", async () => {
    const { services, workflowId, planId } = await reviewable();
    expect(await services.finishPlan(operator, planId)).toMatchObject({ ok: false });
    const { revision, plan, state } = await describeIt(services, workflowId);
    expect([revision.number, plan?.status, state]).toEqual([1, "finished", "in-review"]);
    expect(digestGraph(revision.graph)).toBe(revision.digest);
  });

  test("that was canceled keeps what is there, and can be kept as revision 1", async () => {
    const { services, workflowId, planId } = await writtenAlone(soundPlan.slice(0, 2));
    expect(await services.cancelPlan(operator, planId)).toEqual({ ok: true });
    expect(await services.cancelPlan(operator, planId)).toEqual({ ok: false, reason: "over" });
    expect(await services.readPlan(planId)).toMatchObject({ status: "canceled", graph: { nodes: [{ id: "read" }, { id: "check" }] } });
    expect(await services.keepPlan(operator, planId)).toEqual({ ok: true });
    expect((await describeIt(services, workflowId)).revision.graph.nodes).toHaveLength(2);
  });

  test("in which nothing was written can't be kept", async () => {
    const { services, planId } = await writtenAlone([]);
    await services.cancelPlan(operator, planId);
    expect(await services.keepPlan(operator, planId)).toEqual({ ok: false, reason: "empty" });
  });
});

describe("saving", () => {
  test("makes the next revision, and refuses one on an older revision", async () => {
    const { services, workflowId } = await reviewable();
    const save = (baseRevision: number, title: string) =>
      services.saveRevision(operator, { workflowId, baseRevision, batches: [retitle(title)] });
    expect(await save(1, "Read more")).toMatchObject({ ok: true, number: 2 });
    expect(await save(1, "Read less")).toEqual({ ok: false, reason: "outdated", newestRevision: 2 });
    expect((await describeIt(services, workflowId)).revisions.map(({ number }) => number)).toEqual([1, 2]);
  });

  test("keeps every node where it stood on the screen it comes from", async () => {
    const { services, workflowId } = await reviewable();
    const first = await describeIt(services, workflowId);
    const added = ops({ op: "node-add", node: { kind: "agent", id: "a-newcomer", title: "Newcomer" } });
    await services.saveRevision(operator, { workflowId, baseRevision: 1, batches: [added] });
    const { layout } = (await describeIt(services, workflowId)).revision.graph;
    expect(layout).toMatchObject(first.revision.graph.layout);
    expect(new Set(Object.values(layout).map(({ x, y }) => `${x} ${y}`)).size).toBe(4);
  });

  test("lets one of many at once win, and tells the others", async () => {
    const { services, workflowId } = await reviewable();
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        services.saveRevision(operator, { workflowId, baseRevision: 1, batches: [retitle(`Read ${index}`)] }),
      ),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await describeIt(services, workflowId)).revision.number).toBe(2);
  });

  test("says which batch doesn't apply and saves none of them", async () => {
    const { services, workflowId } = await reviewable();
    const batches = [retitle("Fine"), ops({ op: "node-remove", id: "nowhere" })];
    expect(await services.saveRevision(operator, { workflowId, baseRevision: 1, batches })).toMatchObject({
      ok: false,
      reason: "refused",
      batch: 1,
      refusal: { code: "node-missing" },
    });
    expect((await describeIt(services, workflowId)).revision.number).toBe(1);
  });
});

describe("restoring", () => {
  test("makes the next revision of what an earlier one holds, and nothing on top of what one hasn't seen", async () => {
    const { services, workflowId } = await reviewable();
    const { digest } = (await describeIt(services, workflowId)).revision;
    await services.saveRevision(operator, { workflowId, baseRevision: 1, batches: [retitle("Changed")] });
    expect(await services.restoreRevision(operator, { workflowId, number: 1, baseRevision: 1 })).toEqual({ ok: false, reason: "outdated", newestRevision: 2 });
    expect(await services.restoreRevision(operator, { workflowId, number: 9, baseRevision: 2 })).toEqual({ ok: false, reason: "not-found" });
    expect(await services.restoreRevision(operator, { workflowId, number: 1, baseRevision: 2 })).toEqual({ ok: true, number: 3, digest });
    expect((await describeIt(services, workflowId)).revisions.map(({ number }) => number)).toEqual([1, 2, 3]);
    const [entry] = await services.listAuditLog({ before: null, limit: 1, action: null, actorId: null });
    expect(entry?.summary).toBe("Restored revision 1 as revision 3");
  });
});

describe("deciding", () => {
  test("is signed so that public means verify it, and covers exactly the manifest", async () => {
    const { services, workflowId } = await reviewable();
    const outcome = await decide(services, workflowId, "approved", "Looks right");
    const envelope = outcome.ok ? await services.findEnvelope(outcome.decisionId) : null;
    const { keyId, publicKey } = await services.publicKey();
    const payload = Buffer.from(envelope?.payload ?? "", "base64");
    const signature = envelope?.signatures[0];
    expect(signature?.keyid).toBe(keyId);
    const bytes = preAuthenticationEncoding(envelope?.payloadType ?? "", payload);
    expect(verify(null, bytes, createPublicKey(publicKey), Buffer.from(signature?.sig ?? "", "base64"))).toBe(true);
    const statement = approvalStatementSchema.parse(JSON.parse(payload.toString("utf8")));
    expect(isAboutItsManifest(statement)).toBe(true);
    expect(statement.predicate).toMatchObject({ verdict: "approved", reason: "Looks right", decidedBy: { id: null, name: "operator" } });
    expect((await describeIt(services, workflowId)).state).toBe("approved");
  });

  test("refuses every digest but that of what is there now", async () => {
    const { services, workflowId } = await reviewable();
    const { examined } = await describeIt(services, workflowId);
    await services.saveRevision(operator, { workflowId, baseRevision: 1, batches: [retitle("Changed meanwhile")] });
    const late = { workflowId, manifestDigest: examined.manifestDigest, verdict: "approved", reason: "" } as const;
    expect(await services.decideRevision(operator, late)).toEqual({ ok: false, reason: "outdated", newestRevision: 2 });
  });

  test("can't approve over an error, but can reject, with a reason only", async () => {
    const { services, workflowId } = await reviewable(soundPlan.filter((op) => op.op !== "edge-add"));
    await services.saveRevision(operator, { workflowId, baseRevision: 1, batches: [ops({ op: "edge-add", edge: { id: "past", from: "read", to: "report" } })] });
    expect(await decide(services, workflowId)).toEqual({ ok: false, reason: "errors", count: 2 });
    expect(await decide(services, workflowId, "rejected", "  ")).toEqual({ ok: false, reason: "reason-missing" });
    expect(await decide(services, workflowId, "rejected", "Nothing checks the claims")).toMatchObject({ ok: true });
  });

  test("can approve over errors that it waives, one by one, with reasons that are signed", async () => {
    const { services, workflowId } = await reviewable(soundPlan.filter((op) => op.op !== "edge-add"));
    await services.saveRevision(operator, { workflowId, baseRevision: 1, batches: [ops({ op: "edge-add", edge: { id: "past", from: "read", to: "report" } })] });
    const { examined } = await describeIt(services, workflowId);
    const reason = "The reader checks it by hand.";
    const waivers = examined.report.findings.filter(({ severity }) => severity === "error").map(({ ruleId, target }) => ({ ruleId, target: nameOfTarget(target), reason }));
    const approve = (role: Role, some: typeof waivers) => services.decideRevision(operator, { workflowId, manifestDigest: examined.manifestDigest, verdict: "approved", reason: "", role, waivers: some });
    expect(await approve("reviewer", waivers.slice(1))).toEqual({ ok: false, reason: "errors", count: waivers.length - 1 });
    expect(await approve("author", waivers)).toMatchObject({ ok: false, reason: "waiver-not-allowed" });
    expect(await approve("reviewer", [...waivers, { ruleId: "gate/auto-approve", target: "node/read", reason }])).toMatchObject({ ok: false, reason: "waiver-unfounded", target: "node/read" });
    const decided = await approve("reviewer", waivers);
    const envelope = decided.ok ? await services.findEnvelope(decided.decisionId) : null;
    const statement = approvalStatementSchema.parse(JSON.parse(Buffer.from(envelope?.payload ?? "", "base64").toString("utf8")));
    expect(statement.predicate.manifest.waivers).toEqual(waivers.map((waiver) => ({ ...waiver, by: { id: null, name: "operator" } })));
    expect(await describeIt(services, workflowId)).toMatchObject({ state: "approved" });
  });

  test("is voided by an edit and not by moving nodes about", async () => {
    const { services, workflowId } = await reviewable();
    await decide(services, workflowId);
    expect(await services.saveRevision(operator, { workflowId, baseRevision: 1, batches: [move(40)] })).toMatchObject({ ok: true, number: 1 });
    expect(await describeIt(services, workflowId)).toMatchObject({ state: "approved", revision: { graph: { layout: { read: { x: 40, y: 0 } } } } });
    await services.saveRevision(operator, { workflowId, baseRevision: 1, batches: [retitle("Another")] });
    expect((await describeIt(services, workflowId)).state).toBe("in-review");
  });

  test("never lands on bytes that nobody saw, however saves and approvals race", async () => {
    const { services, workflowId } = await reviewable();
    const seen = new Set<string>();
    const approver = async () => {
      const { examined } = await describeIt(services, workflowId);
      seen.add(examined.manifestDigest);
      return services.decideRevision(operator, { workflowId, manifestDigest: examined.manifestDigest, verdict: "approved", reason: "" });
    };
    const editor = async (round: number, who: number) => {
      const { revision } = await describeIt(services, workflowId);
      return services.saveRevision(operator, { workflowId, baseRevision: revision.number, batches: [retitle(`Round ${round} by ${who}`)] });
    };
    let approvals = 0;
    for (let round = 0; round < 8; round++) {
      const outcomes = await Promise.all([approver(), editor(round, 1), approver(), editor(round, 2), approver()]);
      approvals += outcomes.filter((outcome) => outcome.ok && "decisionId" in outcome && !outcome.isRepeated).length;
    }
    const { decisions, revisions } = await describeIt(services, workflowId);
    expect(decisions).toHaveLength(approvals);
    for (const decision of decisions) {
      expect(seen.has(decision.manifestDigest)).toBe(true);
      expect(revisions.find(({ number }) => number === decision.revisionNumber)?.digest).toBe(decision.definitionDigest);
    }
    expect(await services.checkAuditChain()).toMatchObject({ ok: true });
  });
});

/** An author with their drafts of a plan. */
async function drafter() {
  const { services, workflowId } = await reviewable();
  const { path } = await services.inviteMember(operator, { role: "author" });
  await services.redeemLink({ token: path.slice("/links/".length), name: "Ada", email: "ada@example.org", password: "correct horse battery", address: "192.0.2.1" });
  const [ada] = await services.listMembers();
  const memberId = ada?.id ?? "";
  return {
    keep: (over: string | null, ...titles: string[]) => services.saveDraft(memberId, { workflowId, baseRevision: 1, batches: titles.map(retitle), over }),
    save: (change: { baseRevision?: number; over: string | null }, ...titles: string[]) => services.saveRevision({ id: memberId, name: "Ada" }, { workflowId, baseRevision: 1, batches: titles.map(retitle), ...change }),
    draft: async () => (await services.describeWorkflow({ workflowId, memberId }))?.draft?.batches ?? null,
  };
}

/** The digest of a draft that was kept. */
const keptDigest = async (kept: ReturnType<Awaited<ReturnType<typeof drafter>>["keep"]>) => {
  const outcome = await kept;
  return outcome.ok ? outcome.digest : expect.unreachable();
};

test("a draft is kept until it is saved, and emptied by undoing everything", async () => {
  const { keep, save, draft } = await drafter();
  const first = await keptDigest(keep(null, "Mine"));
  expect(await draft()).toEqual([retitle("Mine")]);
  expect(await keptDigest(keep(first))).toBeNull();
  expect(await draft()).toBeNull();
  const second = await keptDigest(keep(null, "Mine"));
  expect(await save({ baseRevision: 9, over: second }, "Mine")).toMatchObject({ ok: false });
  expect(await draft()).not.toBeNull();
  await save({ over: second }, "Mine", "Mine at once");
  expect(await draft()).toBeNull();
});

test("a draft that another tab wrote meanwhile is answered with, never written over, not even by a save", async () => {
  const { keep, save, draft } = await drafter();
  const known = await keptDigest(keep(null, "Mine"));
  await keep(known, "Mine", "Of another tab");
  expect(await keep(known, "Mine", "Of this tab")).toEqual({ ok: false, reason: "overtaken", draft: { baseRevision: 1, batches: [retitle("Mine"), retitle("Of another tab")] } });
  expect(await keep(known)).toMatchObject({ ok: false, reason: "overtaken" });
  // Sent again because the answer was cut off: it is what is kept.
  expect(await keep(known, "Mine", "Of another tab")).toMatchObject({ ok: true });
  expect(await save({ over: known }, "Mine", "Of this tab")).toMatchObject({ ok: true, number: 2 });
  expect(await draft()).toEqual([retitle("Mine"), retitle("Of another tab")]);
});

test("saves, moves and decisions are news that every open page follows from what it shows", async () => {
  const { services, workflowId } = await reviewable();
  const { newsSequence } = await describeIt(services, workflowId);
  await services.saveRevision(operator, { workflowId, baseRevision: 1, batches: [retitle("Saved")] });
  await services.saveRevision(operator, { workflowId, baseRevision: 2, batches: [move(7)] });
  await services.saveRevision(operator, { workflowId, baseRevision: 1, batches: [retitle("Too late")] });
  await decide(services, workflowId, "rejected", "Not like this");
  const news = await services.live.subscribe(new Map([[`workflow:${workflowId}`, newsSequence]]), new AbortController().signal);
  const told = await news.next(new AbortController().signal);
  expect(told?.entries.map(({ data }) => data)).toEqual([
    { type: "save", revision: 2, by: "operator" },
    { type: "layout", revision: 2, by: "operator" },
    { type: "decision", revision: 2, verdict: "rejected", by: "operator" },
  ]);
  expect((await describeIt(services, workflowId)).newsSequence).toBe(newsSequence + 3);
});
