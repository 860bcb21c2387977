import { expect, it } from "vitest";
import { providerProtocols } from "../../../core/models/provider.ts";
import { saying } from "../../../tests/setup/model-server.ts";
import { startModelServer } from "../../../tests/setup/own-model-server.ts";
import { modelThatSays, stepRun } from "../../../tests/setup/step-run.ts";
import { wiredModel } from "../../../tests/setup/wired-model.ts";
import { executeAgent } from "./agent.ts";

const source = { id: "s1", title: "Lamps", path: "lamps.md", sha256: "a".repeat(64), text: "Lamps are bright. They need 40 watts." };
const passages = { passages: [{ sourceId: "s1", path: "lamps.md", start: 0, end: 37, text: source.text }] };
const answer = JSON.stringify({ claims: [{ text: "A lamp needs 40 watts.", quotes: [] }, { text: "Lamps glow.", quotes: [{ sourceId: "s1", exact: "Lamps are bright." }] }], missing: [] });
const cited = [
  { text: "needs 40 watts", title: "s1", exact: "They need 40 watts." },
  { text: "Lamps glow.", title: "s1", exact: "Lamps are bright." },
  { text: '"missing"', title: "s1", exact: "Lamps" },
];

it("takes what a provider cites as quotes of the claims whose words it cites them for, and places them like any other", async () => {
  const server = await startModelServer(({ prompt }) => (prompt.some(({ role }) => role === "tool") ? { ...saying(answer), cited } : { ...saying(""), calls: [{ toolName: "search", input: { query: "lamps" } }] }));
  const served = await wiredModel(server, "anthropic");
  const { step } = stepRun("agent", { tools: ["search"] }, { model: modelThatSays(), sources: [source], tools: { search: passages } });
  expect(await executeAgent({ ...step, model: () => served })).toMatchObject({
    status: "completed",
    output: {
      claims: [
        { text: "A lamp needs 40 watts.", quotes: [{ sourceId: "s1", exact: "They need 40 watts.", place: { start: 18, end: 37, match: "exact" } }] },
        { text: "Lamps glow.", quotes: [{ exact: "Lamps are bright.", place: { start: 0, end: 17 } }] },
      ],
    },
  });
  // It was handed the passage as a document that can be cited, once.
  const sent = JSON.stringify(server.requests.at(-1)?.body);
  expect(sent).toContain('"citations":{"enabled":true}');
  expect(sent.split("They need 40 watts.")).toHaveLength(2);
});

it.each(providerProtocols.filter((protocol) => protocol !== "anthropic"))("hands passages on in the tool's result over %s", async (protocol) => {
  const server = await startModelServer(({ prompt }) => (prompt.some(({ role }) => role === "tool") ? saying(answer) : { ...saying(""), calls: [{ toolName: "search", input: { query: "lamps" } }] }));
  const served = await wiredModel(server, protocol);
  const { step } = stepRun("agent", { tools: ["search"] }, { model: modelThatSays(), sources: [source], tools: { search: passages } });
  expect(await executeAgent({ ...step, model: () => served })).toMatchObject({ status: "completed", output: { claims: [{ quotes: [] }, { quotes: [{}] }] } });
  expect(JSON.stringify(server.requests.at(-1)?.body)).not.toContain("It is document");
});
