import { expect, test } from "vitest";
import { exemptions } from "../../scripts/gates/exemptions.mjs";
import { withPlantedTree } from "./planted-tree.ts";

// Put together here, so that this file passes the gate itself.
const off = "disable";
const unread = "ignore";

test.each([
  `// ox${"lint"}-${off}-next-line no-console`,
  `/* es${"lint"}-${off} */`,
  `// @ts-${unread}`,
  `// @ts-${"expect"}-error because of the library`,
  `/* jscpd:${unread}-start */`,
])("%s fails the check", async (comment) => {
  const { ok, output } = await withPlantedTree({ "core/edge.ts": `export const a = 1;\n${comment}\n` }, exemptions.examine);
  expect(ok).toBe(false);
  expect(output).toMatch(/^core\/edge\.ts:2 asks a tool to look away/);
});

test("plain comments pass", async () => {
  const { ok } = await withPlantedTree({ "core/edge.ts": "// The edge ignores what it was not told.\n" }, exemptions.examine);
  expect(ok).toBe(true);
});

test("a check of no files fails", async () => {
  const { ok } = await withPlantedTree({}, exemptions.examine);
  expect(ok).toBe(false);
});
