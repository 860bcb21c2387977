import { expect, it } from "vitest";
import { ruleDocstrings } from "../../tests/setup/rule-docstring.ts";
import { preflightRules } from "./preflight-rules.ts";

const said = ruleDocstrings();

it("says of every rule for which failure it is there", () => {
  expect([...said.keys()].toSorted()).toEqual(preflightRules.map(({ id }) => id).toSorted());
  expect([...said.values()].every((text) => text.endsWith("."))).toBe(true);
});

it("has a page of all rules that is up to date; `npm test -- unit rules-page -u` writes it", async () => {
  const families = Map.groupBy(preflightRules, ({ id }) => id.split("/")[0] ?? "");
  const lines = [...families].flatMap(([family, rules]) => [
    `## ${family}`,
    "",
    ...rules.flatMap(({ id, severity, reads, why }) => [`### ${id}`, "", `*${severity}${reads === "prose" ? ", reads prose" : ""}*`, "", said.get(id) ?? "", "", why, ""]),
  ]);
  const page = `# Rules

Every plan is checked by these rules, in the browser at each change, on the server before each decision, and by
\`countersign check\` anywhere. An **error** keeps a plan from being approved, a **warning** and a **note** don't. Errors rest on
structure and declared fields only. What is read from prose is at most a warning, and only in English: a rule is silent where it
can't tell, and says so where it lacks what it needs (*not run*). Below each id: what goes wrong in plans, then why it matters.

This page is made from the rules themselves.

${lines.join("\n").trimEnd()}
`;
  await expect(page).toMatchFileSnapshot("../../docs/rules.md");
});
