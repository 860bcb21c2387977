import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { briefSchema } from "../../core/brief/brief.ts";
import { freshServices, servicesOn } from "../../tests/setup/services.ts";
import { writtenPlan } from "../../tests/setup/written-plan.ts";

test("who comes, turns to a node and leaves is told to everybody who follows, in another process too, and nothing of it is kept", async () => {
  const { services, databaseUrl } = await freshServices();
  const elsewhere = servicesOn(databaseUrl);
  const { workflowId } = await writtenPlan(databaseUrl, { brief: briefSchema.parse({ question: "Who is here?" }), plan: [] });
  const mark = (of: typeof services, name: string, page: { tabId: string; nodeId?: string; isLeaving?: boolean }, member = { id: randomUUID(), name }) => of.markPresence(member, { workflowId, nodeId: null, isLeaving: false, ...page });
  const [ada, bo] = [{ id: randomUUID(), name: "Ada" }, { id: randomUUID(), name: "Bo" }];
  const [adasTab, bosTab] = [randomUUID(), randomUUID()];
  const first = await mark(services, "Ada", { tabId: adasTab }, ada);
  expect(first).toMatchObject({ ok: true, sequence: 1, present: [{ name: "Ada", nodeId: null }] });

  const signal = new AbortController().signal;
  const followed = await services.live.subscribe(new Map([[`presence:${workflowId}`, 1]]), signal);
  const seen = async () => (await followed.next(signal))?.entries.at(-1);
  await mark(elsewhere, "Bo", { tabId: bosTab, nodeId: "read" }, bo);
  const came = await seen();
  expect([came?.sequence, came?.data]).toMatchObject([2, expect.arrayContaining([expect.objectContaining({ name: "Bo", nodeId: "read" })])]);
  expect(await mark(elsewhere, "Bo", { tabId: bosTab, nodeId: "read" }, bo)).toMatchObject({ sequence: 2 });
  await mark(elsewhere, "Bo", { tabId: bosTab, isLeaving: true }, bo);
  expect(await seen()).toMatchObject({ sequence: 3, data: [{ name: "Ada" }] });
  expect(await services.listAuditLog({ before: null, limit: 5, action: null, actorId: null })).toEqual([]);
});

test("who was away gets the present state for every state missed, without a gap", async () => {
  const { services, databaseUrl } = await freshServices();
  const { workflowId } = await writtenPlan(databaseUrl, { brief: briefSchema.parse({ question: "Who is here?" }), plan: [] });
  const tabId = randomUUID();
  for (const nodeId of ["one", "two", "three"]) await services.markPresence({ id: randomUUID(), name: "Ada" }, { workflowId, tabId, nodeId, isLeaving: false });
  const signal = new AbortController().signal;
  const news = await (await services.live.subscribe(new Map([[`presence:${workflowId}`, 0]]), signal)).next(signal);
  expect(news?.entries.map(({ sequence, data }) => [sequence, data])).toMatchObject([1, 2, 3].map((sequence) => [sequence, [{ nodeId: "three" }]]));
});

test("a workflow that isn't there has nobody", async () => {
  const { services } = await freshServices();
  expect(await services.markPresence({ id: randomUUID(), name: "Ada" }, { workflowId: randomUUID(), tabId: randomUUID(), nodeId: null, isLeaving: false })).toEqual({ ok: false, reason: "not-found" });
});
