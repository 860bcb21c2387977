import { expect, test } from "vitest";
import { operator } from "../../core/access/actor.ts";
import { policySchema, standardPolicy, type PolicyInput } from "../../core/review/policy.ts";
import { approvedPlan } from "../../tests/setup/approved-run.ts";
import { freshServices } from "../../tests/setup/services.ts";
import { soundGraph } from "../../tests/setup/sound-graph.ts";

const ada = { id: null, name: "Ada" };
const policyOf = (input: PolicyInput) => policySchema.parse(input);

test("each change is a version with a name and one audit entry; who changes an older one is told and nothing is overwritten", async () => {
  const { services } = await freshServices();
  expect(await services.describePolicy()).toMatchObject({ number: 0, content: standardPolicy, versions: [] });
  const [strict, lax] = [policyOf({ checkpoints: { beforeReport: true } }), policyOf({ severities: { "scope/drift": "off" } })];
  const both = await Promise.all([services.changePolicy(ada, { base: 0, content: strict }), services.changePolicy(operator, { base: 0, content: lax })]);
  expect(both.filter(({ ok }) => ok)).toEqual([{ ok: true, number: 1 }]);
  expect(both.find(({ ok }) => !ok)).toMatchObject({ reason: "outdated", newest: 1 });
  expect(await services.changePolicy(ada, { base: 1, content: standardPolicy })).toEqual({ ok: true, number: 2 });
  expect(await services.changePolicy(ada, { base: 1, content: standardPolicy })).toEqual({ ok: true, number: 2 });
  expect((await services.describePolicy()).versions.map(({ number }) => number)).toEqual([2, 1]);
  const entries = await services.listAuditLog({ before: null, limit: 10, action: "policy-change", actorId: null });
  expect(entries.map(({ summary }) => summary)).toEqual(["Changed the policy to version 2", "Changed the policy to version 1"]);
  expect(entries[0]?.beforeDigest).toBe(entries[1]?.afterDigest);
});

test("what was approved under another policy does not start, and is examined under the new one", async () => {
  const { services, databaseUrl } = await freshServices();
  const plan = await approvedPlan(services, databaseUrl, { graph: soundGraph({ covers: ["r1"], tools: [] }), brief: { question: "What survives a crash?", requirements: [{ id: "r1", text: "What survives" }] } });
  const examine = async () => (await services.describeWorkflow({ workflowId: plan.workflowId, memberId: null }))?.examined;
  const before = await examine();
  await services.changePolicy(ada, { base: 0, content: policyOf({ checkpoints: { beforeReport: true }, severities: { "gate/missing": "error", "scope/drift": "off" } }) });
  const after = await examine();
  expect(before?.report.findings.map(({ ruleId }) => ruleId)).not.toContain("gate/missing");
  expect(after?.report.findings.filter(({ ruleId }) => ruleId === "gate/missing").map(({ severity }) => severity)).toEqual(["error"]);
  expect(after?.manifest.notRun).toContainEqual({ ruleId: "scope/drift", reason: "the policy leaves it out" });
  expect(await services.startRun(operator, plan)).toMatchObject({ ok: false, reason: "changed", differences: expect.arrayContaining(["The policy of this installation is another version."]) });
});
