import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { operator, type Actor } from "../../core/access/actor.ts";
import type { AnnotationTarget } from "../../core/annotation/annotation-target.ts";
import { rangeOf } from "../../core/annotation/text-range.ts";
import { briefSchema } from "../../core/brief/brief.ts";
import { diffGraphs } from "../../core/workflow/diff-graphs.ts";
import { emptyGraph, graphSchema } from "../../core/workflow/graph.ts";
import { freshServices } from "../../tests/setup/services.ts";
import { soundGraph } from "../../tests/setup/sound-graph.ts";
import { writtenPlan } from "../../tests/setup/written-plan.ts";
import type { Services } from "../services.ts";

const brief = briefSchema.parse({ question: "What survives a crash?", requirements: [{ id: "r1", text: "What survives" }] });

async function furnished() {
  const { services, databaseUrl } = await freshServices();
  const plan = diffGraphs(emptyGraph, graphSchema.parse(soundGraph({ covers: ["r1"], tools: [] })));
  const { workflowId, planId } = await writtenPlan(databaseUrl, { brief, plan });
  const [ada, kai] = [await join(services, "Ada Lovelace"), await join(services, "Kai")];
  const add = (actor: Actor, target: AnnotationTarget, text: string, revision: number | null = null) => {
    const annotationId = randomUUID();
    return services.addAnnotation(actor, { workflowId, annotationId, revision, target, text });
  };
  return { services, workflowId, planId, ada, kai, add };
}

async function join(services: Services, name: string): Promise<Actor & { id: string }> {
  const { path } = await services.inviteMember(operator, { role: "author" });
  const email = `${name.toLowerCase().replace(" ", ".")}@example.org`;
  await services.redeemLink({ token: path.slice("/links/".length), name, email, password: "correct horse battery", address: "192.0.2.1" });
  const member = (await services.listMembers()).find((one) => one.name === name);
  if (member === undefined) throw new Error(`${name} didn't join.`);
  return { id: member.id, name };
}

test("a thread is begun on a plan in writing, answered, resolved and reopened, for everybody to see at once and in the audit log", async () => {
  const { services, workflowId, ada, add } = await furnished();
  const added = await add(operator, { type: "node", id: "read" }, "Why only one?");
  if (!added.ok) throw new Error(added.reason);
  const { annotationId } = added;
  const remarkId = randomUUID();
  const answer = () => services.answerAnnotation(ada, { annotationId, remarkId, text: "One is enough." });
  expect([await answer(), await answer()]).toEqual([{ ok: true, annotationId }, { ok: true, annotationId }]);
  for (const isResolved of [true, true, false]) expect(await services.resolveAnnotation(ada, { annotationId, isResolved })).toEqual({ ok: true, annotationId });
  expect(await services.listAnnotations(workflowId)).toMatchObject([
    { id: annotationId, revision: null, target: { type: "node", id: "read" }, targetName: "Read", resolved: null, remarks: [{ text: "Why only one?", byName: "operator" }, { text: "One is enough.", byId: ada.id }] },
  ]);
  const news = await services.live.subscribe(new Map([[`workflow:${workflowId}`, 0]]), new AbortController().signal);
  const changes = (await news.next(new AbortController().signal))?.entries.map(({ data }) => data);
  expect(changes).toMatchObject(["added", "answered", "resolved", "reopened"].map((change) => ({ type: "annotation", annotationId, change, targetName: "Read" })));
  const audited = (await services.listAuditLog({ before: null, limit: 50, action: null, actorId: null })).filter(({ targetType }) => targetType === "annotation");
  expect(audited.map(({ summary, actorName }) => `${actorName}: ${summary}`)).toEqual([
    "Ada Lovelace: Reopened a comment on Read",
    "Ada Lovelace: Resolved a comment on Read",
    "Ada Lovelace: Answered a comment on Read",
    "operator: Commented on Read",
  ]);
});

test("an annotation is about what is there in the revision on screen, and nothing else", async () => {
  const { services, planId, add } = await furnished();
  await services.finishPlan(operator, planId);
  const words = { type: "text", nodeId: "read", field: "title", range: rangeOf("Read", { start: 0, end: 4 }) } as const;
  expect(await add(operator, words, "Read what?", 1)).toMatchObject({ ok: true });
  expect(await add(operator, { ...words, range: { ...words.range, exact: "Write" } }, "Hm", 1)).toEqual({ ok: false, reason: "target-gone" });
  expect(await add(operator, { type: "node", id: "nobody" }, "Hm", 1)).toEqual({ ok: false, reason: "target-gone" });
  expect(await add(operator, { type: "requirement", id: "r1" }, "Hm", 1)).toMatchObject({ ok: true });
  expect(await add(operator, { type: "plan" }, "Hm", 2)).toEqual({ ok: false, reason: "not-found" });
  expect(await services.answerAnnotation(operator, { annotationId: randomUUID(), remarkId: randomUUID(), text: "Hm" })).toEqual({ ok: false, reason: "not-found" });
});

test("many answers at once all stay, in one order", async () => {
  const { services, workflowId, ada, kai, add } = await furnished();
  const added = await add(operator, { type: "plan" }, "Discuss.");
  const annotationId = added.ok ? added.annotationId : "";
  await Promise.all(Array.from({ length: 8 }, (_, turn) => services.answerAnnotation(turn % 2 === 0 ? ada : kai, { annotationId, remarkId: randomUUID(), text: `${turn}` })));
  const [thread] = await services.listAnnotations(workflowId);
  expect(thread?.remarks.slice(1).map(({ text }) => text).toSorted()).toEqual(["0", "1", "2", "3", "4", "5", "6", "7"]);
});

test("threads wait for whom they call upon and whom they answer, until those answer or it is resolved", async () => {
  const { services, ada, kai, add } = await furnished();
  const of = async ({ id }: { id: string }) => (await services.listMyAnnotations(id)).map(({ concern, targetName }) => [concern, targetName]);
  const added = await add(ada, { type: "node", id: "read" }, "@kai, is that enough?");
  const annotationId = added.ok ? added.annotationId : "";
  expect([await of(kai), await of(ada)]).toEqual([[["mention", "Read"]], []]);
  await services.answerAnnotation(kai, { annotationId, remarkId: randomUUID(), text: "It is." });
  expect([await of(kai), await of(ada)]).toEqual([[], [["reply", "Read"]]]);
  await services.resolveAnnotation(kai, { annotationId, isResolved: true });
  expect(await of(ada)).toEqual([]);
});

test("one's own remark is put otherwise or taken back, by nobody else, and the audit log knows", async () => {
  const { services, workflowId, ada, kai, add } = await furnished();
  const added = await add(ada, { type: "node", id: "read" }, "Why only one?");
  const annotationId = added.ok ? added.annotationId : "";
  const answerId = randomUUID();
  await services.answerAnnotation(kai, { annotationId, remarkId: answerId, text: "One is enough." });
  const change = (actor: Actor, remarkId: string, text: string | null) => services.changeRemark(actor, { annotationId, remarkId, text });
  const shown = async () => (await services.listAnnotations(workflowId)).map(({ remarks }) => remarks.map(({ text, changedAt, isTakenBack }) => [text, changedAt !== null, isTakenBack]));
  const waitsFor = async ({ id }: { id: string }) => (await services.listMyAnnotations(id)).map(({ concern }) => concern);

  expect(await change(kai, annotationId, "Hm")).toEqual({ ok: false, reason: "not-yours" });
  expect(await change(operator, annotationId, null)).toEqual({ ok: false, reason: "not-yours" });
  expect(await change(kai, answerId, "@Ada Lovelace, one is enough.")).toMatchObject({ ok: true });
  expect(await change(kai, answerId, "@Ada Lovelace, one is enough.")).toMatchObject({ ok: true });
  expect(await waitsFor(ada)).toEqual(["mention"]);
  expect([await change(ada, annotationId, null), await change(ada, annotationId, null)]).toEqual([{ ok: true, annotationId }, { ok: true, annotationId }]);
  expect(await change(ada, annotationId, "Still here")).toEqual({ ok: false, reason: "taken-back" });
  expect(await shown()).toEqual([[["", true, true], ["@Ada Lovelace, one is enough.", true, false]]]);
  await change(kai, answerId, null);
  expect([await shown(), await waitsFor(ada)]).toEqual([[], []]);

  const audited = (await services.listAuditLog({ before: null, limit: 50, action: null, actorId: null })).filter(({ targetType }) => targetType === "annotation");
  expect(audited.slice(0, 3).map(({ summary, actorName }) => `${actorName}: ${summary}`)).toEqual(["Kai: Deleted a comment on Read", "Ada Lovelace: Deleted a comment on Read", "Kai: Edited a comment on Read"]);
});
