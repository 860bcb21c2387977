import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { operator } from "../../core/access/actor.ts";
import { acceptanceOf, standingsOf } from "../../core/proposal/change-standing.ts";
import { studyChanges } from "../../core/proposal/study-changes.ts";
import type { PlanStatus } from "../../core/workflow/plan-status.ts";
import { saying } from "../../tests/setup/model-server.ts";
import { patience, reviewedHouse } from "../../tests/setup/reviewed-house.ts";
import { startModelServer } from "../../tests/setup/own-model-server.ts";
import { startWorkerProcess } from "../../tests/setup/worker-process.ts";
import type { ServiceSettings, Services } from "../services.ts";

/** A reviewed plan, and a planner to ask about it. */
async function furnished(settings: Partial<ServiceSettings> = {}) {
  const house = await reviewedHouse(settings);
  const { services, workflowId } = house;
  const ask = (more: Partial<Parameters<Services["askForProposal"]>[1]> = {}) =>
    services.askForProposal(operator, { workflowId, proposalId: randomUUID(), revision: 1, batches: [], nodeIds: [], wish: "", ...more });
  const remark = async (text: string, nodeId = "read") => {
    const annotationId = randomUUID();
    await services.addAnnotation(operator, { workflowId, annotationId, revision: 1, target: { type: "node", id: nodeId }, text });
    return annotationId;
  };
  return { ...house, ask, remark };
}

async function asked(outcome: ReturnType<Services["askForProposal"]>): Promise<string> {
  const result = await outcome;
  if (!result.ok) throw new Error(result.reason);
  return result.proposalId;
}

const ended = async (services: Services, proposalId: string, status: PlanStatus) => {
  await expect.poll(async () => (await services.readProposal(proposalId))?.proposal.status, patience).toBe(status);
  const read = await services.readProposal(proposalId);
  if (read === null) throw new Error("The proposal is gone.");
  return read;
};

test("remarks become changes that a reviewer takes one by one, in the log, the news and the audit log; asking and ruling twice does it once", async () => {
  const { services, workflowId, ask, remark, work } = await furnished();
  const annotationId = await remark("Give this node the tool search_sources. It feels thin.");
  const proposalId = randomUUID();
  expect([await ask({ proposalId }), await ask({ proposalId })]).toEqual([{ ok: true, proposalId }, { ok: true, proposalId }]);
  expect(await ask()).toEqual({ ok: false, reason: "busy", askedByName: "operator" });
  expect(await services.ruleOnChanges(operator, { proposalId, numbers: [1], said: "accepted" })).toMatchObject({ ok: false });
  await work();
  const { asked: points, proposal } = await ended(services, proposalId, "finished");
  expect(points.points).toContainEqual(expect.objectContaining({ ref: "a1", annotationId }));
  expect(proposal.changes[0]).toMatchObject({ number: 1, answers: ["a1"], ops: [{ op: "node-update", id: "read", changes: [{ path: ["tools"], value: ["search_sources"] }] }] });
  expect(proposal.unread).toContainEqual(expect.objectContaining({ unread: "a1", words: "It feels thin." }));
  expect(proposal.calls).toMatchObject([{ type: "model-called", model: "offline:templates", promptVersion: "revise@1" }]);

  const rule = (said: "accepted" | "rejected" | "open") => services.ruleOnChanges(operator, { proposalId, numbers: [1], said });
  expect([await rule("accepted"), await rule("accepted"), await rule("open"), await rule("rejected")]).toEqual([{ ok: true }, { ok: true }, { ok: true }, { ok: true }]);
  expect((await services.readProposal(proposalId))?.proposal.changes[0]?.ruling).toEqual({ said: "rejected", byName: "operator" });
  expect(await services.ruleOnChanges(operator, { proposalId, numbers: [99], said: "accepted" })).toEqual({ ok: false, reason: "not-found" });

  const news = await services.live.subscribe(new Map([[`workflow:${workflowId}`, 0]]), new AbortController().signal);
  expect((await news.next(new AbortController().signal))?.entries.map(({ data }) => data)).toMatchObject([{ type: "annotation" }, { type: "proposal", change: "asked" }, { type: "proposal", change: "ended" }]);
  const audited = (await services.listAuditLog({ before: null, limit: 50, action: null, actorId: null })).filter(({ targetType }) => targetType === "proposal");
  expect(audited.map(({ actorName, summary }) => `${actorName}: ${summary}`)).toEqual([
    "operator: Rejected change 1 of a proposal",
    "operator: Reopened change 1 of a proposal",
    "operator: Accepted change 1 of a proposal",
    expect.stringMatching(/: Finished a proposal$/),
    "operator: Asked for changes to revision 1",
  ]);
  // A proposal is no plan: the workflow's own still stands, and can't be made of it.
  expect(await services.describeWorkflow({ workflowId, memberId: null })).toMatchObject({ plan: { status: "finished" }, revision: { number: 1 } });
  expect(await services.keepPlan(operator, proposalId)).toMatchObject({ ok: false });
});

test("what a reviewer accepts is saved as ops of their draft, and the plan asked about is the one on their screen", async () => {
  const { services, workflowId, ask, work } = await furnished();
  const batches = [[{ op: "node-update" as const, id: "read", changes: [{ path: ["title"], value: "Read closely" }] }]];
  const proposalId = await asked(ask({ batches, nodeIds: ["read"], wish: "At most 4 turns, and remove the node nobody knows" }));
  await work();
  const { asked: point, proposal } = await ended(services, proposalId, "finished");
  expect(point.base.nodes).toContainEqual(expect.objectContaining({ id: "read", title: "Read closely" }));
  const studied = studyChanges(point.base, proposal.changes);
  const { ops } = acceptanceOf(studied, standingsOf(studied, point.base), [1]);
  expect(await services.saveRevision(operator, { workflowId, baseRevision: 1, batches: [...batches, ops] })).toMatchObject({ ok: true, number: 2 });
  expect((await services.describeWorkflow({ workflowId, memberId: null }))?.revision?.graph.nodes).toContainEqual(expect.objectContaining({ id: "read", title: "Read closely", maxTurns: 4 }));
});

test("asks for nothing where nothing is open, and for nothing that isn't there", async () => {
  const { ask } = await furnished();
  expect(await ask({ nodeIds: ["gone"] })).toEqual({ ok: false, reason: "not-found" });
  expect(await ask({ revision: 9 })).toEqual({ ok: false, reason: "not-found" });
  expect(await ask({ wish: "Shorter", batches: [[{ op: "node-remove", id: "gone" }]] })).toMatchObject({ ok: false, reason: "refused", refusal: { code: "node-missing" } });
});

const change = (value: object) => JSON.stringify({ answers: ["w1"], why: "It was asked.", ...value });
const retitled = (id: string, title: string) => ({ ops: [{ op: "node-update", id, changes: [{ path: ["title"], value: title }] }] });

test("a language model reads free prose over the wire; what it writes wrong is shown, sent back once, and stays outside when it is about another part", async () => {
  const answers = [
    [change(retitled("read", "Read with care")), change(retitled("verify", "Not my part")), '{"unread":"w1","words":"and more","why":"It is not clear what."}', "Here you are!", change({ ...retitled("read", "Again"), answers: ["a9"] })].join("\n"),
    change({ ops: [{ op: "node-add", node: { kind: "agent", id: "doubt", title: "Doubt" } }, { op: "edge-add", edge: { id: "dv", from: "doubt", to: "verify" } }] }),
  ];
  const server = await startModelServer(() => saying(answers.shift() ?? ""));
  const { services, ask, work } = await furnished({ models: { planner: "own:prose" }, providers: [{ name: "own", protocol: "openai-compatible", baseUrl: server.baseUrl("openai-compatible"), apiKey: "a-key-nobody-may-see" }] });
  const proposalId = await asked(ask({ nodeIds: ["read"], wish: "This feels careless, and more. My key is a-key-nobody-may-see" }));
  await work();
  const { proposal } = await ended(services, proposalId, "finished");
  expect(proposal.changes.map(({ ops }) => ops[0])).toMatchObject([{ op: "node-update", id: "read" }, { op: "node-add", node: { id: "doubt" } }]);
  expect(proposal.refused.map(({ refusal }) => refusal.message)).toEqual([
    expect.stringMatching(/Only the part that was asked about may be changed/),
    expect.stringMatching(/not JSON/),
    'Nothing in the request is named "a9".',
  ]);
  expect(proposal.unread).toEqual([{ unread: "w1", words: "and more", why: "It is not clear what." }]);
  const [first, mended] = server.requests.map(({ body }) => JSON.stringify(body));
  expect(first).toMatch(/You propose changes to the plan/);
  expect(first).toMatch(/This feels careless/);
  expect(mended).toMatch(/mend-proposal/);
});

test("a provider that refuses fails the proposal with its reason; resumed, it is gone on with from what was written", async () => {
  const server = await startModelServer(() => saying(change(retitled("read", "Read with care"))));
  server.faults.push({ status: 401, type: "authentication_error", message: "That key is not known here." });
  const { services, ask, work } = await furnished({ models: { planner: "own:prose" }, providers: [{ name: "own", protocol: "openai-compatible", baseUrl: server.baseUrl("openai-compatible"), apiKey: "a-key-nobody-may-see" }] });
  const proposalId = await asked(ask({ wish: "Careful!" }));
  await work();
  expect((await ended(services, proposalId, "failed")).proposal.reason).toMatch(/key/);
  expect(await services.resumePlan(operator, proposalId)).toEqual({ ok: true });
  expect((await ended(services, proposalId, "finished")).proposal.changes).toHaveLength(1);
});

test("a proposal outlives kill -9 of its worker: interrupted within seconds, which is said, then resumed without writing anything twice; canceled, it keeps what is written", async () => {
  const { services, databaseUrl, secret, ask, remark, work } = await furnished({ offlinePaceMs: 40 });
  for (const turns of [3, 4, 5, 6]) await remark(`At most ${turns} turns`);
  const worker = await startWorkerProcess({ databaseUrl, secret, paceMs: 40 });
  const proposalId = await asked(ask());
  await expect.poll(async () => (await services.readProposal(proposalId))?.proposal.changes.length, patience).toBeGreaterThanOrEqual(1);
  worker.kill("SIGKILL");
  await work();
  const { proposal } = await ended(services, proposalId, "interrupted");
  expect(proposal.reason).toBe("The worker that wrote it ended unexpectedly.");
  expect(proposal.changes.length).toBeLessThan(4);
  expect(await services.resumePlan(operator, proposalId)).toEqual({ ok: true });
  const whole = await ended(services, proposalId, "finished");
  expect(whole.proposal.changes.filter(({ answers }) => answers.some((ref) => ref.startsWith("a"))).map(({ answers }) => answers)).toEqual([["a1"], ["a2"], ["a3"], ["a4"]]);
  const second = await asked(ask());
  await expect.poll(async () => (await services.readProposal(second))?.proposal.changes.length, patience).toBeGreaterThanOrEqual(1);
  expect(await services.cancelPlan(operator, second)).toEqual({ ok: true });
  expect((await ended(services, second, "canceled")).proposal.changes.length).toBeGreaterThanOrEqual(1);
});
