import pg from "pg";
import { expect, test } from "vitest";
import { z } from "zod";
import { operator } from "../core/access/actor.ts";
import type { BriefInput } from "../core/brief/brief.ts";
import { createOfflineModel } from "../server/models/offline/offline-model.ts";
import { folderWith } from "../tests/setup/command.ts";
import { openCommandHouse, type CommandHouse } from "../tests/setup/command-house.ts";
import { answeringWith } from "../tests/setup/model-server.ts";
import { startModelServer } from "../tests/setup/own-model-server.ts";
import type { StartedCommand } from "../tests/start/started-command.ts";

/** What somebody else's program may rely on in a result, whatever else stands beside it. */
const claimSchema = z.object({
  id: z.string(),
  text: z.string(),
  state: z.string(),
  evidence: z.array(z.object({ path: z.string(), exact: z.string(), start: z.number(), end: z.number(), stepId: z.string() })).min(1),
  verdicts: z.array(z.object({ verdict: z.enum(["supported", "refuted", "not-enough-info"]), method: z.string(), verifier: z.string() })).min(1),
});
const plannedSchema = z.object({
  definition: z.object({ nodes: z.array(z.object({ id: z.string(), kind: z.string() })).min(1) }),
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  findings: z.array(z.object({ ruleId: z.string(), severity: z.enum(["error", "warning", "note"]), message: z.string() })),
  run: z.null(),
  claims: z.tuple([]),
  report: z.null(),
  audit: z.null(),
});
const resultSchema = plannedSchema.extend({
  run: z.object({ id: z.uuid(), status: z.string() }),
  claims: z.array(claimSchema),
  report: z.object({ blocks: z.array(z.unknown()) }).nullable(),
  audit: z.object({ result: z.enum(["passed", "failed", "inconclusive"]), findings: z.array(z.object({ ruleId: z.string(), severity: z.string(), message: z.string() })) }),
});

const handbook = {
  name: "Handbook",
  path: "filters.md",
  text: "# Filters\n\nThe paper filter of the pump lasts 3 months. The steel filter of the pump lasts 2 years.\n\n# Cleaning\n\nA steel filter is cleaned with hot water every week. A paper filter is never cleaned, only replaced.\n",
};
const question = "How long does the paper filter of the pump last?";
const patience = { timeout: 40_000, interval: 50 };

const fileWith = (brief: unknown) => `${folderWith({ "brief.json": brief })}/brief.json`;

async function endOf(command: StartedCommand) {
  const code = await command.exit;
  return { code, stdout: command.stdout(), output: command.output() };
}

/** Workers are served by a provider on this machine, which answers as the offline model does. */
async function behindProvider({ services }: CommandHouse) {
  const provider = await startModelServer(answeringWith(createOfflineModel({ paceMs: 0 })));
  await services.setProvider(operator, { name: "there", protocol: "openai-compatible", baseUrl: provider.baseUrl("openai-compatible"), apiKey: { set: null } });
  await services.setModelFact(operator, { model: "there:writer", contextTokens: null, price: null });
  await services.chooseModel(operator, { place: "worker", model: "there:writer" });
  return provider;
}

test("run says with its exit code what became of it, several at once, and export and audit of the same run say the same", { timeout: 120_000 }, async () => {
  const house = await openCommandHouse(handbook);
  const critical: BriefInput["requirements"] = [
    { id: "r1", text: "How long the paper filter lasts", isCritical: true },
    { id: "r2", text: "What the chess club of Oslo plays on Thursdays", isCritical: true },
  ];
  const run = (...args: string[]) => endOf(house.command(["run", ...args]));
  const [passed, failed, inconclusive, planned, refused] = await Promise.all([
    run("--approve", "--question", question),
    run("--approve", fileWith({ question, requirements: critical })),
    run("--approve", "--question", "Which opening does the chess club of Oslo play on Thursdays?"),
    run("--question", question),
    run("--approve", fileWith({ question, budget: { maxAgents: 1 } })),
  ]);

  for (const [ended, code, result] of [[passed, 0, "passed"], [failed, 2, "failed"], [inconclusive, 3, "inconclusive"]] as const) {
    expect([result, ended.code, ended.output]).toEqual([result, code, expect.stringContaining(`; audit: ${result}.`)]);
    const told = resultSchema.parse(JSON.parse(ended.stdout));
    expect(told).toMatchObject({ run: { status: "completed" }, audit: { result } });
    expect(told.claims.length > 0).toBe(result !== "inconclusive");
    for (const { evidence } of told.claims) for (const { path, exact, start, end } of evidence) expect([path, handbook.text.slice(start, end)]).toEqual([handbook.path, exact]);
  }
  const idOf = ({ stdout }: { stdout: string }) => resultSchema.parse(JSON.parse(stdout)).run.id;
  const [exported, undecided, cut, audited, checked] = await Promise.all([
    endOf(house.command(["export", idOf(passed)])),
    endOf(house.command(["export", idOf(inconclusive), "--format", "otlp"])),
    // Whoever reads may leave early.
    endOf(house.command(["export", idOf(failed)], { through: ["bash", "-c", '"$@" | head -c 1; exit ${PIPESTATUS[0]}', "bash"] })),
    endOf(house.command(["audit", fileWith(failed.stdout)])),
    endOf(house.command(["check", fileWith(refused.stdout)])),
  ]);
  expect([exported.code, JSON.parse(exported.stdout)]).toEqual([0, JSON.parse(passed.stdout)]);
  expect([undecided.code, JSON.parse(undecided.stdout)]).toEqual([3, { resourceSpans: [expect.anything()] }]);
  expect(cut).toEqual({ code: 2, stdout: "{", output: "{" });
  expect([audited.code, audited.stdout]).toEqual([2, expect.stringContaining("audit/requirement-unanswered: ")]);
  expect(audited.stdout).toContain("The run completed; its audit failed.");
  expect([checked.code, checked.stdout]).toEqual([1, expect.stringContaining("error    budget/over: ")]);

  expect([planned.code, planned.output]).toEqual([0, expect.stringContaining("Nothing was run: --approve approves the plan and runs it.")]);
  plannedSchema.parse(JSON.parse(planned.stdout));
  expect([refused.code, refused.output]).toEqual([1, expect.stringMatching(/^The plan can't be approved: an error finding stands\. Put it right and approve it: \S+$/m)]);
  expect(plannedSchema.parse(JSON.parse(refused.stdout)).findings).toContainEqual(expect.objectContaining({ ruleId: "budget/over", severity: "error" }));

  // Of five plans three were approved, by whom and by what words is on record, and nothing else was run.
  const workflows = await house.services.listWorkflows({ before: null, limit: 10 });
  const decisions = (await Promise.all(workflows.map(({ id }) => house.services.describeWorkflow({ workflowId: id, memberId: null })))).flatMap((workflow) => workflow?.decisions ?? []);
  expect([workflows.length, decisions.length]).toEqual([5, 3]);
  for (const decision of decisions) expect(decision).toMatchObject({ verdict: "approved", decidedByName: "operator", reason: "Approved on the command line, by --approve." });
});

test("Ctrl-C leaves a run that goes on, and a run that waits for a person ends the watching with 4", { timeout: 120_000 }, async () => {
  const house = await openCommandHouse(handbook);
  const provider = await behindProvider(house);
  const status = async (runId: string) => (await house.services.describeRun(runId))?.state.status;

  provider.switches.paceMs = 1_000;
  const watched = house.command(["run", "--approve", "--question", question]);
  await watched.said(/ {2}started /);
  watched.signal("SIGINT");
  const left = await endOf(watched);
  expect([left.code, left.stdout, left.output]).toEqual([130, "", expect.stringMatching(/\nStopped watching\. The run goes on: http:\S+\/runs\/[0-9a-f-]{36}\n$/)]);
  const runId = left.output.trim().slice(-36);
  expect(await status(runId)).toBe("running");
  provider.switches.paceMs = 0;
  await expect.poll(() => status(runId), patience).toBe("completed");

  provider.faults.push(...Array.from({ length: 20 }, () => ({ status: 401, type: "invalid_api_key", message: "No such key." })));
  const waiting = await endOf(house.command(["run", "--approve", "--question", question]));
  expect([waiting.code, waiting.output]).toEqual([4, expect.stringMatching(/ {2}The run waits for a person \([a-z ]+\): http:\S+\/runs\/[0-9a-f-]{36}\n/)]);
  expect(resultSchema.parse(JSON.parse(waiting.stdout)).run.status).toBe("waiting");
});

test("what can't be asked is refused with one sentence, and nothing of it is kept", { timeout: 60_000 }, async () => {
  const house = await openCommandHouse(handbook);
  const refusal = async (...args: string[]) => {
    const { code, stdout, output } = await endOf(house.command(args));
    return [code, stdout, output];
  };
  const said = (sentence: RegExp) => [1, "", expect.stringMatching(sentence)];
  const hostile = { question: "What?", scope: { collections: ["Handbook", "no\u001b[31m\u202e"], tools: ["rm"] } };
  expect(
    await Promise.all([
      refusal("run", "--approve", fileWith(hostile)),
      refusal("export", "01900000-0000-7000-8000-000000000000"),
    ]),
  ).toEqual([
    said(/^The brief opens a collection that isn't here: no\\u001b\[31m\\u202e\. There is: Handbook\. The brief opens a tool that isn't here: rm\. There are: [^\n]+ Nothing was asked\.\n$/),
    said(/^There is no run 01900000-0000-7000-8000-000000000000\.\n$/),
  ]);
  expect(await house.services.listWorkflows({ before: null, limit: 5 })).toEqual([]);

  // As if what runs were of an older version, without this one's last change to the database.
  const client = new pg.Client({ connectionString: house.databaseUrl });
  await client.connect();
  await client.query("DELETE FROM _prisma_migrations WHERE started_at = (SELECT max(started_at) FROM _prisma_migrations)");
  await client.end();
  expect(await refusal("run", "--question", question)).toEqual(said(/^An older version of Countersign is running on this data folder \(its database lacks \S+\): stop it and run npm start, [^\n]+ Nothing was changed\.\n$/));
});
