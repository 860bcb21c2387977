import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { graphSchema } from "../core/workflow/graph.ts";
import { digestGraph } from "../core/workflow/digest-graph.ts";
import { checkout } from "../scripts/checkout.mjs";
import { folderWith, runOnFilesAlone } from "../tests/setup/command.ts";
import { plantedBrief, plantedErrors, plantedPlan } from "../tests/setup/planted-plan.ts";
import { sarifDefect } from "../tests/setup/sarif-schema.ts";
import { soundGraph } from "../tests/setup/sound-graph.ts";

const brief = { question: "What?", requirements: [{ id: "r1", text: "A reason" }], scope: { tools: ["search_sources"] } };
const sound = soundGraph({ covers: ["r1"], tools: ["search_sources"] });
const digest = digestGraph(graphSchema.parse(sound));
const unsound = { ...sound, nodes: [{ kind: "agent", id: "lost", title: "Lost\u001b[31m", tools: ["rm"] }, ...(sound.nodes ?? [])], edges: [{ id: "e0", from: "lost", to: "lost" }] };

const check = (files: Record<string, unknown>, ...args: string[]) => runOnFilesAlone(["check", ...args], { folder: folderWith(files) });

describe("countersign check", () => {
  it("finds nothing in a sound plan, without services or a database", async () => {
    const { code, stdout, stderr } = await check({ "plan.json": { brief, definition: sound, digest } }, "plan.json");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout.split("\n")).toEqual([
      'plan.json: a plan "Find the reason", 3 steps',
      `digest   ${digest}, as the file says`,
      "not run  budget/over: what the model of the role synthesizer, verifier, worker costs is not known, so the cost is left out.",
      "not run  verify/same-model: which model serves the role verifier is not known.",
      "not run  verify/unchallenged: no challenge was put to a check here so far.",
      "Nothing stands in the way of approval.",
      "",
    ]);
  });

  it("prints every finding with its why, and nothing that a terminal obeys", async () => {
    const { code, stdout } = await check({ "plan.json": { brief, definition: unsound, digest: digestGraph(graphSchema.parse(unsound)) } }, "plan.json");
    expect(code).toBe(1);
    expect(stdout).toContain('error    structure/unreachable-node: "Lost\\u001b[31m" is never reached: no path leads to it from the start.\n         A step that nothing leads to never runs');
    expect(stdout).toContain('error    scope/tool-outside: "Lost\\u001b[31m" may use "rm", which the brief doesn\'t grant.');
    expect(stdout).toContain("errors stand in the way of approval.");
    expect(stdout).not.toContain("\u001b");
  });

  it("says which rules need a brief when there is a bare definition, also piped in", async () => {
    const { code, stdout } = await runOnFilesAlone(["check", "-"], { input: JSON.stringify(sound) });
    expect(code).toBe(0);
    expect(stdout).toContain(`a bare definition "Find the reason", 3 steps\ndigest   ${digest}\n`);
    expect(stdout).toMatch(/not run {2}(?:[a-z/-]+, )*coverage\/requirement-uncovered(?:, [a-z/-]+)*: there is no brief to compare with\./);
  });

  it("checks several files, the others too when one can't be read, and fails on warnings when asked to", async () => {
    const warned = { ...sound, strategy: {} };
    const files = { "a.json": sound, "b.json": warned, "c.json": "{" };
    expect(await check(files, "a.json", "b.json")).toMatchObject({ code: 0, stdout: expect.stringMatching(/^a\.json: [\s\S]+\n\nb\.json: [\s\S]+done\/missing/) });
    expect(await check(files, "a.json", "b.json", "--fail-on", "warning")).toMatchObject({ code: 1 });
    expect(await check(files, "c.json", "a.json")).toMatchObject({ code: 2, stdout: expect.stringMatching(/^a\.json: /), stderr: expect.stringMatching(/^c\.json is not JSON/) });
  });

  it("marks lines for GitHub, and says nothing of what is in order", async () => {
    const { code, stdout } = await check({ "plan.json": JSON.stringify({ ...unsound, title: "100%" }, null, 2) }, "plan.json", "--format", "github");
    expect(code).toBe(1);
    expect(stdout).toMatch(/^::error file=plan\.json,line=\d+,title=structure\/unreachable-node::"Lost.*" is never reached: /);
    expect(stdout.trim().split("\n").every((line) => line.startsWith("::"))).toBe(true);
    expect((await check({ "plan.json": { brief, definition: sound, digest } }, "plan.json", "--format", "github")).stdout).toBe("");
  });

  it("prints JSON with the place and the fixes of each finding", async () => {
    const { stdout } = await check({ "plan.json": JSON.stringify(unsound, null, 2) }, "plan.json", "--format", "json");
    const { files } = JSON.parse(stdout);
    expect(files).toMatchObject([{ file: "plan.json", isDigestWrong: false }]);
    expect(files[0].findings).toContainEqual(expect.objectContaining({ ruleId: "structure/cycle", target: { type: "edge", id: "e0" }, line: expect.any(Number), fixes: [expect.objectContaining({ ops: [{ op: "edge-remove", id: "e0" }] })] }));
  });

  it("prints SARIF 2.1.0 that its schema accepts, of files with much to say, with nothing, and of none", async () => {
    const planted = { brief: plantedBrief, definition: plantedPlan, digest: digestGraph(plantedPlan) };
    const files = { "planted plan.json": JSON.stringify(planted, null, 2), "sound.json": { brief, definition: sound, digest }, "unsound.json": unsound, "broken.json": "{" };
    const sarifOf = async (...paths: string[]): Promise<{ runs: { results: { ruleId: string; ruleIndex: number; locations: object[] }[]; tool: { driver: { rules: { id: string }[] } } }[] }> => JSON.parse((await check(files, ...paths, "--format", "sarif")).stdout);
    const logs = [await sarifOf("planted plan.json", "sound.json", "unsound.json"), await sarifOf("sound.json"), await sarifOf("broken.json")];
    expect(logs.map(sarifDefect)).toEqual([null, null, null]);
    const { results, tool } = logs[0]?.runs[0] ?? { results: [], tool: { driver: { rules: [] } } };
    expect(results.length).toBeGreaterThan(plantedErrors.length);
    expect(results.every(({ ruleId, ruleIndex }) => tool.driver.rules[ruleIndex]?.id === ruleId)).toBe(true);
    expect(results[0]?.locations).toMatchObject([{ physicalLocation: { artifactLocation: { uri: "planted%20plan.json" }, region: { startLine: expect.any(Number) as number } } }]);
    expect(sarifDefect({ version: "2.1.0", runs: [{ tool: {}, results: [{ level: "fatal" }] }] })).toMatch(/driver|level/);
  });

  it("takes no more of a processor's time than node alone forty times, a second of a quiet one, through the bin", () => {
    const folder = folderWith({ "plan.json": plantedPlan });
    const meter = "data:text/javascript,process.on('exit',()=>{const{user,system}=process.cpuUsage();process.stderr.write(String((user+system)/1000))})";
    const rounds = (args: string[]) => Array.from({ length: 3 }, () => spawnSync(process.execPath, ["--import", meter, ...args], { cwd: folder, encoding: "utf8", env: { PATH: process.env.PATH, NODE_ENV: "production" } }));
    const checked = rounds([join(checkout, "cli", "countersign.mjs"), "check", "plan.json"]);
    expect(checked.map(({ status, stdout }) => ({ status, first: stdout.slice(0, 10) }))).toEqual(Array.from({ length: 3 }, () => ({ status: 1, first: "plan.json:" })));
    // Time on the wall, and how fast a processor is, are the machine's as well: other tests run beside this one.
    const least = (ran: typeof checked) => Math.min(...ran.map(({ stderr }) => Number(stderr)));
    expect(least(checked) / least(rounds(["-e", "0"]))).toBeLessThan(40);
  });

  it("says when the digest in the file is not that of its definition", async () => {
    const { code, stdout } = await check({ "plan.json": { brief, definition: { ...sound, title: "Changed" }, digest } }, "plan.json");
    expect(code).toBe(1);
    expect(stdout).toContain(`but the file says ${digest}: the definition was changed after it was printed.`);
    expect(stdout).toContain("The digest is not that of the definition.");
  });

  it.each([
    [{}, ["check"], 2, /^Name a file: countersign check FILE… .+\n$/],
    [{}, ["check", "none.json"], 2, /^There is no file none\.json\.\n$/],
    [{ "a.json": "{" }, ["check", "a.json"], 2, /^a\.json is not JSON: .+\n$/],
    [{ "a.json": { nodes: 7 } }, ["check", "a.json"], 2, /^a\.json holds no plan and no definition: nodes: .+\n$/],
    [{ "a.json": { nodes: [{ id: "x" }], edges: [{ source: "x", target: "x" }] } }, ["check", "a.json"], 2, /^a\.json looks like a LangGraph graph, which check can't read: .+\n$/],
    [{ "a.js": "// mine\nexport const meta = {}" }, ["check", "a.js"], 2, /^a\.js looks like a workflow script, which check can't read: .+\n$/],
    [{}, ["check", "--fast", "a.json"], 2, /^Unknown option '--fast'\. Say: countersign check FILE… .+\n$/],
    [{}, ["check", "--format", "xml", "a.json"], 2, /^There is no --format xml; these there are: pretty, json, sarif, github\.\n$/],
    [{}, ["chek"], 1, /^There is no verb "chek"; countersign help lists those there are\.\n$/],
    [{}, ["schema"], 1, /^Say which: countersign schema brief\|definition\n$/],
  ])("refuses in one sentence (%#)", async (files, args, exitCode, sentence) => {
    const { code, stdout, stderr } = await runOnFilesAlone(args, { folder: folderWith(files) });
    expect({ code, stdout }).toEqual({ code: exitCode, stdout: "" });
    expect(stderr).toMatch(sentence);
  });
});

it("prints its version, its verbs and the schemas", async () => {
  for (const verb of ["version", "--version", "-v"]) expect((await runOnFilesAlone([verb])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  expect((await runOnFilesAlone(["help"])).stdout).toContain("countersign check FILE…");
  expect(JSON.parse((await runOnFilesAlone(["schema", "brief"])).stdout)).toMatchObject({ title: "A brief of Countersign" });
});
