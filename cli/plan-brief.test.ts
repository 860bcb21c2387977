import { describe, expect, it } from "vitest";
import { folderWith } from "../tests/setup/command.ts";
import { readAsked as read } from "./plan-brief.ts";

const scope = { tools: ["read_source"], collections: ["notes"] };
const readAsked = async (args: string[]) => (await read(args, { verb: "plan" })).asked;
const fileWith = (content: unknown) => `${folderWith({ "brief.json": content })}/brief.json`;

describe("what is asked on the command line", () => {
  it("is one question, within the usual scope and budget", async () => {
    const asked = await readAsked(["--question", "What?"]);
    expect(asked(scope)).toMatchObject({ question: "What?", requirements: [], scope: { ...scope, effects: "read-only" }, budget: { maxAgents: 60 } });
  });

  it("is a brief that says its scope itself, or leaves it at the usual one", async () => {
    const budget = { maxAgents: 3 };
    const own = await readAsked([fileWith({ question: "What?", scope: { tools: ["search_sources"] }, budget })]);
    expect(own(scope)).toMatchObject({ scope: { tools: ["search_sources"], collections: [] }, budget });
    const usual = await readAsked([fileWith({ question: "What?", budget })]);
    expect(usual(scope)).toMatchObject({ scope: { ...scope, effects: "read-only" }, budget });
  });

  it("may begin with the mark that some editors put before a text", async () => {
    const asked = await readAsked([fileWith('\ufeff{"question": "What?"}')]);
    expect(asked(scope)).toMatchObject({ question: "What?" });
  });

  it.each([
    [[], /^Ask one question or name one file: countersign plan/],
    [["--question", "What?", "brief.json"], /^Ask one question or name one file/],
    [["a.json", "b.json"], /^Ask one question or name one file/],
    [["--question", ""], /^The question can't be asked: question: Enter something here\./],
    [["--question", "x".repeat(4_001)], /Use at most 4,000 characters\.$/],
    [["--brief", "a.json"], /^Unknown option '--brief'\. Say: countersign plan/],
  ])("is refused otherwise (%#)", async (args, sentence) => {
    await expect(readAsked(args)).rejects.toThrow(sentence);
  });

  it("is refused with the field of a brief that is wrong", async () => {
    await expect(readAsked([fileWith({ question: "What?", budget: { maxAgents: 0 } })])).rejects.toThrow(/holds no brief: budget\.maxAgents: /);
    await expect(readAsked([fileWith({ nodes: [] })])).rejects.toThrow(/holds no brief: /);
    await expect(readAsked([fileWith({ question: "What?", scope: { tols: [] } })])).rejects.toThrow(/holds no brief: scope: There is no field "tols" here\.$/);
    const requirements = Array.from({ length: 20_000 }, (_, index) => ({ id: `r${index}`, text: "x".repeat(250) }));
    await expect(readAsked([fileWith({ question: "What?", requirements })])).rejects.toThrow(/holds no brief: requirements: Use at most 60 entries\.$/);
    await expect(readAsked([fileWith('{"question": "What?"')])).rejects.toThrow(/brief\.json is not JSON: /);
  });

  it("may be approved where it is run, and nowhere else", async () => {
    expect(await read(["--approve", "--question", "What?"], { verb: "run" })).toMatchObject({ isApproved: true });
    expect(await read(["--question", "What?"], { verb: "run" })).toMatchObject({ isApproved: false });
    await expect(read(["--approve", "--question", "What?"], { verb: "plan" })).rejects.toThrow(/^Unknown option '--approve'\. Say: countersign plan/);
    await expect(read([], { verb: "run" })).rejects.toThrow(/^Ask one question or name one file: countersign run/);
  });
});
