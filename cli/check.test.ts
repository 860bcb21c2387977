import { describe, expect, it } from "vitest";
import { graphSchema } from "../core/workflow/graph.ts";
import { digestGraph } from "../core/workflow/digest-graph.ts";
import { folderWith, runOnFilesAlone } from "../tests/setup/command.ts";
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
      "not run  budget/over, cost: what models cost is known to the installation only.",
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
    expect(stdout).toContain("not run  coverage/requirement-uncovered: there is no brief to compare with.");
  });

  it("says when the digest in the file is not that of its definition", async () => {
    const { code, stdout } = await check({ "plan.json": { brief, definition: { ...sound, title: "Changed" }, digest } }, "plan.json");
    expect(code).toBe(1);
    expect(stdout).toContain(`but the file says ${digest}: the definition was changed after it was printed.`);
    expect(stdout).toContain("The digest is not that of the definition.");
  });

  it.each([
    [{}, ["check"], /^Name one file: countersign check FILE\n$/],
    [{}, ["check", "none.json"], /^There is no file none\.json\.\n$/],
    [{ "a.json": "{" }, ["check", "a.json"], /^a\.json is not JSON: .+\n$/],
    [{ "a.json": { nodes: 7 } }, ["check", "a.json"], /^a\.json holds no plan and no definition: nodes: .+\n$/],
    [{}, ["check", "--fast", "a.json"], /^Unknown option '--fast'\. Say: countersign check FILE\n$/],
    [{}, ["chek"], /^There is no verb "chek"; countersign help lists those there are\.\n$/],
    [{}, ["schema"], /^Say which: countersign schema brief\|definition\n$/],
  ])("refuses in one sentence (%#)", async (files, args, sentence) => {
    const { code, stdout, stderr } = await runOnFilesAlone(args, { folder: folderWith(files) });
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toMatch(sentence);
  });
});

it("prints its version, its verbs and the schemas", async () => {
  for (const verb of ["version", "--version", "-v"]) expect((await runOnFilesAlone([verb])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  expect((await runOnFilesAlone(["help"])).stdout).toContain("countersign check FILE");
  expect(JSON.parse((await runOnFilesAlone(["schema", "brief"])).stdout)).toMatchObject({ title: "A brief of Countersign" });
});
