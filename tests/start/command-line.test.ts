import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { checkout } from "../../scripts/checkout.mjs";
import { moveIn } from "../browser/resident.ts";
import { allGone, readRunning, startCommand } from "./started-command.ts";

/** Taking in the documentation is part of the first command on a data folder. */
const patienceMs = 300_000;

interface CommandEnd {
  code: number | NodeJS.Signals;
  stdout: string;
  output: string;
}

function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "countersign-command-"));
  chmodSync(folder, 0o755);
  onTestFinished(async () => {
    await allGone(folder);
    rmSync(folder, { recursive: true });
  });
  return folder;
}

/** Runs one verb of the command line on a data folder, as a person does. */
async function run(dataFolder: string, ...args: string[]): Promise<CommandEnd> {
  const command = startCommand(checkout, ["cli", ...args], { env: { COUNTERSIGN_DATA: dataFolder } });
  const code = await command.exit;
  return { code, stdout: command.stdout(), output: command.output() };
}

test("a plan is written before anybody joined, a run is approved and passes its audit, and a decision on one is verified by the key of its installation only", { timeout: patienceMs }, async () => {
  const folder = makeFolder();
  const data = join(folder, "data");
  const file = (name: string, content: unknown) => {
    writeFileSync(join(folder, name), typeof content === "string" ? content : JSON.stringify(content));
    return join(folder, name);
  };

  // Nothing runs on the data folder, which isn't there yet.
  const first = startCommand(checkout, ["cli", "plan", "--question", "How is a page kept static?"], { env: { COUNTERSIGN_DATA: data } });
  await first.said(/Taking in/);
  const beside = await run(data, "plan", "--question", "And this?");
  expect([beside.code, beside.output]).toEqual([1, expect.stringContaining("Another command of Countersign is at work on the data folder")]);
  expect([await first.exit, first.output()]).toEqual([0, expect.stringMatching(/ {2}synthesize {3}.+\n {2}\d+ steps, \d+ connections: in the inbox once Countersign runs\n/)]);
  expect(JSON.parse(first.stdout())).toMatchObject({ brief: { question: "How is a page kept static?", scope: { tools: ["read_source", "search_sources"] } } });
  const checked = await run(data, "check", file("plan.json", first.stdout()));
  expect([checked.code, checked.stdout]).toEqual([0, expect.stringContaining(", as the file says\n")]);

  // The same house, running.
  const house = startCommand(checkout, ["start"], { env: { COUNTERSIGN_DATA: data, COUNTERSIGN_OFFLINE_PACE_MS: "0", COUNTERSIGN_SAMPLES: "no" } });
  await house.said("Countersign is ready");
  const { url } = readRunning(data);
  const { api } = await moveIn(url, /\/links\/\S+/.exec(house.output())?.[0] ?? "", "Ada");
  const scope = { tools: ["search_sources", "read_source"], collections: ["next"] };
  const second = await run(data, "run", "--approve", file("brief.json", { question: "How do I create a route group?", scope }));
  expect([second.code, second.output]).toEqual([0, expect.stringContaining(`${url}/workflows/`)]);
  const result = JSON.parse(second.stdout);
  expect(result).toMatchObject({ run: { status: "completed" }, audit: { result: "passed" } });
  expect(result.claims[0]).toMatchObject({ state: "supported", evidence: expect.arrayContaining([expect.objectContaining({ path: expect.stringContaining("route-groups") })]) });
  const rows = await api.workflows.list.query({});
  expect(rows.map(({ question, createdByName, newestRevision }) => ({ question, createdByName, newestRevision }))).toEqual([
    { question: "How do I create a route group?", createdByName: "operator", newestRevision: 1 },
    { question: "How is a page kept static?", createdByName: "operator", newestRevision: 1 },
  ]);
  const { entries } = await api.audit.list.query({ action: "workflow-create" });
  expect(entries.map(({ actorId, actorName }) => ({ actorId, actorName }))).toEqual(Array.from({ length: 2 }, () => ({ actorId: null, actorName: "operator" })));

  const workflowId = rows[0]?.id ?? "";
  const seen = await api.workflows.get.query({ workflowId });
  const decided = await api.workflows.decide.mutate({ workflowId, manifestDigest: seen?.examined?.manifestDigest ?? "", verdict: "rejected", reason: "Too broad." });
  const envelope = decided.ok ? await api.workflows.envelope.query({ decisionId: decided.decisionId }) : null;
  const decision = file("decision.json", envelope);
  const key = file("key.pem", (await api.workflows.publicKey.query()).publicKey);
  const sentence = `Ada rejected revision 1 of the workflow ${workflowId} at `;
  const running = await run(data, "verify", decision);
  expect([running.code, running.stdout]).toEqual([0, expect.stringContaining(sentence)]);
  expect(running.stdout).toContain(`definition  ${seen?.revision?.digest}`);

  house.signal("SIGINT");
  expect(await house.exit).toBe(0);

  const stopped = await run(data, "verify", decision);
  expect([stopped.code, stopped.stdout]).toEqual([0, running.stdout]);
  mkdirSync(join(folder, "elsewhere"));
  const elsewhere = join(folder, "elsewhere", "data");
  const byAnother = await run(elsewhere, "verify", decision);
  expect([byAnother.code, byAnother.output]).toEqual([1, expect.stringContaining("is not signed by this installation's key: don't rely on it.")]);
  const withKey = await run(elsewhere, "verify", decision, "--key", key);
  expect([withKey.code, withKey.stdout]).toEqual([0, expect.stringContaining(sentence)]);
});
