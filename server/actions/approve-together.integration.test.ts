import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { Actor } from "../../core/access/actor.ts";
import { operator } from "../../core/access/actor.ts";
import type { Role } from "../../core/access/role.ts";
import { briefSchema } from "../../core/brief/brief.ts";
import { approvalStatementSchema } from "../../core/review/approval-statement.ts";
import { policySchema, type PolicyInput } from "../../core/review/policy.ts";
import { diffGraphs } from "../../core/workflow/diff-graphs.ts";
import { emptyGraph, graphSchema } from "../../core/workflow/graph.ts";
import { freshServices } from "../../tests/setup/services.ts";
import { soundGraph } from "../../tests/setup/sound-graph.ts";
import { writtenPlan } from "../../tests/setup/written-plan.ts";

const person = (name: string): Actor => ({ id: randomUUID(), name });
const brief = briefSchema.parse({ question: "What survives a crash?", requirements: [{ id: "r1", text: "What survives" }] });

/** A plan that the operator asked for, under a policy. */
async function reviewedUnder(approvals: PolicyInput["approvals"]) {
  const { services, databaseUrl } = await freshServices();
  await services.changePolicy(operator, { base: 0, content: policySchema.parse({ approvals }) });
  const { workflowId, planId } = await writtenPlan(databaseUrl, { brief, plan: diffGraphs(emptyGraph, graphSchema.parse(soundGraph({ covers: ["r1"], tools: [] }))) });
  await services.finishPlan(operator, planId);
  const describe = async () => {
    const description = await services.describeWorkflow({ workflowId, memberId: null });
    if (description?.examined == null || description.standing === null) throw new Error("There is nothing to review.");
    return { ...description, examined: description.examined, standing: description.standing };
  };
  const decide = async (actor: Actor, { role = "reviewer", verdict = "approved" }: { role?: Role; verdict?: "approved" | "changes-requested" } = {}) => {
    const { examined } = await describe();
    return services.decideRevision(actor, { workflowId, manifestDigest: examined.manifestDigest, verdict, reason: "As seen.", role });
  };
  const start = async (decided: Awaited<ReturnType<typeof decide>>) => services.startRun(operator, { workflowId, decisionId: decided.ok ? decided.decisionId : "" });
  const row = async () => (await services.listWorkflows({ before: null, limit: 1 }))[0];
  return { services, workflowId, describe, decide, start, row };
}

test("two approvals are those of two people, however often one of them clicks, and only then does the plan run", async () => {
  const { describe, decide, start, row } = await reviewedUnder({ count: 2 });
  const [bo, cy] = [person("Bo"), person("Cy")];
  const clicks = await Promise.all([1, 2, 3].map(() => decide(bo)));
  expect(new Set(clicks.map((one) => (one.ok ? one.decisionId : one.reason))).size).toBe(1);
  expect(clicks.filter((one) => one.ok && !one.isRepeated)).toMatchObject([{ missingApprovals: 1 }]);
  expect(await describe()).toMatchObject({ state: "in-review", decisions: [{ decidedByName: "Bo" }], standing: { needed: 2, approvals: [{ byName: "Bo" }] } });
  const [first] = clicks;
  expect(first && (await start(first))).toEqual({ ok: false, reason: "approvals-missing", given: 1, needed: 2 });
  expect(await row()).toMatchObject({ state: "in-review", approvals: { given: 1, needed: 2 } });

  const second = await decide(cy);
  expect(second).toMatchObject({ ok: true, missingApprovals: 0 });
  const started = await Promise.all([start(second), first && start(first)]);
  expect(new Set(started.map((one) => (one?.ok === true ? one.runId : one?.reason))).size).toBe(1);
  expect(started[0]).toMatchObject({ ok: true });
  expect(await decide(bo)).toMatchObject({ ok: true, isRepeated: false, missingApprovals: 1 });
  expect((await describe()).state).toBe("in-review");
});

test("members whose approval is missing are named, on the page and in the list, until they gave it or left", async () => {
  const { services, describe, decide, row } = await reviewedUnder({ count: 2, mayAuthor: false });
  const join = async (role: Role, name: string): Promise<Actor & { id: string }> => {
    const { path } = await services.inviteMember(operator, { role });
    await services.redeemLink({ token: path.slice("/links/".length), name, email: `${name}@example.org`, password: "correct horse battery", address: "192.0.2.1" });
    const member = (await services.listMembers()).find((one) => one.name === name);
    return { id: member?.id ?? "", name };
  };
  const [, bo, cy] = [await join("author", "Ada"), await join("reviewer", "Bo"), await join("admin", "Cy")];
  const names = async () => [(await describe()).standing.awaited, (await row())?.awaited].map((some) => some?.map(({ name }) => name));
  expect(await names()).toEqual([["Bo", "Cy"], ["Bo", "Cy"]]);
  await decide(bo);
  expect(await names()).toEqual([["Cy"], ["Cy"]]);
  await decide(cy);
  expect(await names()).toEqual([[], []]);
});

test("asking for changes ends the round: who approved before is asked again", async () => {
  const { describe, decide, row } = await reviewedUnder({ count: 2 });
  const [bo, cy] = [person("Bo"), person("Cy")];
  await decide(bo);
  await decide(cy, { verdict: "changes-requested" });
  expect((await describe()).state).toBe("changes-requested");
  await decide(cy);
  expect(await describe()).toMatchObject({ state: "in-review", standing: { approvals: [{ byName: "Cy" }] } });
  expect(await row()).toMatchObject({ state: "in-review", approvals: { given: 1 } });
});

test("whose approval the policy doesn't count is refused, and who wrote a part is an author", async () => {
  const { services, workflowId, describe, decide } = await reviewedUnder({ roles: ["admin"], mayAuthor: false });
  const [bo, cy] = [person("Bo"), person("Cy")];
  expect(await decide(bo)).toEqual({ ok: false, reason: "approver-role" });
  expect(await decide(operator, { role: "admin" })).toEqual({ ok: false, reason: "approver-author" });
  await services.saveRevision(cy, { workflowId, baseRevision: 1, batches: [[{ op: "node-update", id: "read", changes: [{ path: ["title"], value: "Read it all" }] }]] });
  expect(await decide(cy, { role: "admin" })).toEqual({ ok: false, reason: "approver-author" });
  expect(await decide(cy, { role: "admin", verdict: "changes-requested" })).toMatchObject({ ok: true });
  expect(await decide(bo, { role: "admin" })).toMatchObject({ ok: true, missingApprovals: 0 });
  expect((await describe()).state).toBe("approved");
});

test("an approval under another policy counts no more, on the page, in the list and at the start", async () => {
  const { services, describe, decide, start, row } = await reviewedUnder({});
  const bo = person("Bo");
  const approved = await decide(bo);
  const { number: base } = await services.describePolicy();
  await services.changePolicy(operator, { base, content: policySchema.parse({ approvals: { count: 2 } }) });
  expect(await describe()).toMatchObject({ state: "in-review", standing: { approvals: [], outdatedBy: ["Bo"] } });
  expect(await row()).toMatchObject({ state: "in-review", approvals: { given: 0, needed: 2 } });
  expect(await start(approved)).toMatchObject({ ok: false, reason: "changed" });
  expect(await decide(bo)).toMatchObject({ ok: true, isRepeated: false, missingApprovals: 1 });
});

test("a self-approval and what was opened before are recorded, the first one signed", async () => {
  const { services, workflowId, describe } = await reviewedUnder({});
  const { examined } = await describe();
  const opened = { nodes: ["read", "read", "no-such-node"], findings: [], definition: true, comparison: false };
  const decided = await services.decideRevision(operator, { workflowId, manifestDigest: examined.manifestDigest, verdict: "approved", reason: "", opened });
  const envelope = decided.ok ? await services.findEnvelope(decided.decisionId) : null;
  const statement = approvalStatementSchema.parse(JSON.parse(Buffer.from(envelope?.payload ?? "", "base64").toString("utf8")));
  expect(statement.predicate.isByAuthor).toBe(true);
  expect((await describe()).decisions).toMatchObject([{ opened: { nodes: { seen: 1, of: 3 }, definition: true } }]);
  const [entry] = await services.listAuditLog({ before: null, limit: 1, action: "decision-make", actorId: null });
  expect(entry?.summary).toMatch(/, a self-approval$/);
});
