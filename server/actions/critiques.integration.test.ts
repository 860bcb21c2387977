import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { operator } from "../../core/access/actor.ts";
import type { PlanStatus } from "../../core/workflow/plan-status.ts";
import { saying } from "../../tests/setup/model-server.ts";
import { patience, reviewedHouse } from "../../tests/setup/reviewed-house.ts";
import { startModelServer } from "../../tests/setup/own-model-server.ts";
import type { ServiceSettings } from "../services.ts";

/** A plan in review, and a critic to ask about it. */
async function furnished(settings: Partial<ServiceSettings> = {}) {
  const { services, workflowId, work } = await reviewedHouse(settings);
  const describe = async () => {
    const description = await services.describeWorkflow({ workflowId, memberId: null });
    if (description?.revision == null || description.examined === null) throw new Error("The workflow has no revision.");
    return { ...description, revision: description.revision, examined: description.examined };
  };
  const ask = (critiqueId: string = randomUUID(), revision = 1) => services.askForCritique(operator, { workflowId, critiqueId, revision });
  const ended = async (status: PlanStatus) => {
    const { revision } = await describe();
    await expect.poll(async () => (await services.readCritique(revision.id))?.critique.status, patience).toBe(status);
    const read = await services.readCritique(revision.id);
    if (read === null) throw new Error("The critique is gone.");
    return read.critique;
  };
  const decide = async (verdict: "approved" | "changes-requested") => services.decideRevision(operator, { workflowId, verdict, reason: "So it is.", manifestDigest: (await describe()).examined.manifestDigest });
  return { services, workflowId, describe, ask, ended, decide, work };
}

const point = (value: object) => JSON.stringify({ on: "node/read", topic: "blind-spot", severity: "error", message: "Nobody reads what contradicts it.", why: "Then the answer is one-sided.", ...value });
const critic = (baseUrl: string): Partial<ServiceSettings> => ({ models: { critic: "own:doubter" }, providers: [{ name: "own", protocol: "openai-compatible", baseUrl, apiKey: "a-key-nobody-may-see" }] });

test("what a model thinks over the wire stands among the findings and in the manifest, blocks nothing, and is set right once", async () => {
  const answers = [[point({}), point({ on: "node/gone" }), "Well done!"].join("\n"), point({ on: "plan", topic: "premise", severity: "note", message: "It takes for granted that a crash was survived." })];
  const server = await startModelServer(() => saying(answers.shift() ?? ""));
  const { services, workflowId, describe, ask, ended, decide, work } = await furnished(critic(server.baseUrl("openai-compatible")));
  const before = await describe();
  const critiqueId = randomUUID();
  expect([await ask(critiqueId), await ask(critiqueId), await ask()]).toEqual([{ ok: true }, { ok: true }, { ok: false, reason: "busy", askedByName: "operator" }]);
  expect((await describe()).examined.manifestDigest).toBe(before.examined.manifestDigest);
  await work();
  const critique = await ended("finished");
  expect(critique.refused.map(({ refusal }) => refusal.message)).toEqual(['Nothing in the plan or its brief is named "node/gone".', expect.stringMatching(/not JSON/)]);
  expect(critique.calls).toMatchObject([{ model: "own:doubter", promptVersion: "criticize@1", usage: { input: expect.any(Number) as number } }, { type: "model-called" }]);
  const [first, mended] = server.requests.map(({ body }) => JSON.stringify(body));
  expect(first).toMatch(/You read the plan of a research run/);
  expect(mended).toMatch(/mend-critique/);
  const { examined, plan } = await describe();
  expect(examined.manifest.findings.slice(before.examined.manifest.findings.length)).toEqual([
    { ruleId: "critic/blind-spot", severity: "warning", target: "node/read", message: "Nobody reads what contradicts it." },
    { ruleId: "critic/premise", severity: "note", target: "plan", message: "It takes for granted that a crash was survived." },
  ]);
  expect(plan).toMatchObject({ status: "finished", writes: "plan" });
  expect(await services.decideRevision(operator, { workflowId, verdict: "approved", reason: "", manifestDigest: before.examined.manifestDigest })).toMatchObject({ ok: false, reason: "outdated" });
  expect(await decide("approved")).toMatchObject({ ok: true });
  const proposal = { workflowId, proposalId: randomUUID(), revision: 1, batches: [], nodeIds: [], wish: "" };
  expect(await services.askForProposal(operator, proposal)).toMatchObject({ ok: true });
  expect((await services.readProposal(proposal.proposalId))?.asked.points).toContainEqual(expect.objectContaining({ type: "finding", ruleId: "critic/blind-spot" }));
  const audited = (await services.listAuditLog({ before: null, limit: 50, action: null, actorId: null })).filter(({ targetType }) => targetType === "critique");
  expect(audited.map(({ summary }) => summary)).toEqual(["Finished an opinion", "Asked for a model's opinion of revision 1"]);
});

test("the offline model says that it has no opinion, and of another than the newest revision nobody is asked", async () => {
  const { services, ask, ended, work } = await furnished();
  expect([await ask(randomUUID(), 2), await services.askForCritique(operator, { workflowId: randomUUID(), critiqueId: randomUUID(), revision: 1 })]).toEqual([{ ok: false, reason: "outdated" }, { ok: false, reason: "not-found" }]);
  expect(await ask()).toEqual({ ok: true });
  await work();
  expect(await ended("finished")).toMatchObject({ findings: [], nothing: expect.stringMatching(/no language model/) as string, refused: [] });
});

test("what somebody approved stays as they saw it: an opinion that comes later is set aside, and asked for only in the next round", async () => {
  const server = await startModelServer(() => saying(point({})));
  const { describe, ask, ended, decide, work } = await furnished(critic(server.baseUrl("openai-compatible")));
  await ask();
  expect(await decide("approved")).toMatchObject({ ok: true });
  await work();
  expect(await ended("canceled")).toMatchObject({ findings: [{ ruleId: "critic/blind-spot" }], reason: expect.stringMatching(/approved before/) as string });
  expect((await describe()).state).toBe("approved");
  expect(await ask()).toEqual({ ok: false, reason: "approved" });
  await decide("changes-requested");
  expect(await ask()).toEqual({ ok: true });
  await ended("finished");
  expect((await describe()).examined.report.findings).toContainEqual(expect.objectContaining({ ruleId: "critic/blind-spot" }));
});

test("a critic that can't be reached fails with its reason, and goes on when it is resumed", async () => {
  const server = await startModelServer(() => saying(point({})));
  server.faults.push({ status: 401, type: "authentication_error", message: "That key is not known here." });
  const { services, describe, ask, ended, work } = await furnished(critic(server.baseUrl("openai-compatible")));
  const critiqueId = randomUUID();
  await ask(critiqueId);
  await work();
  expect((await ended("failed")).reason).toMatch(/key/);
  const before = (await describe()).examined.report.findings.length;
  expect(await services.resumePlan(operator, critiqueId)).toEqual({ ok: true });
  expect((await ended("finished")).findings).toHaveLength(1);
  expect((await describe()).examined.report.findings).toHaveLength(before + 1);
});
