import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { lint } from "../../scripts/gates/lint.mjs";
import { withPlantedTree } from "./planted-tree.ts";

const configuration = await readFile(new URL("../../.oxlintrc.json", import.meta.url), "utf8");

const findings = async (path: string, source: string) => {
  const { ok, output } = await withPlantedTree({ ".oxlintrc.json": configuration, [path]: source }, lint.examine);
  const rules = [...output.matchAll(/ ([\w-]+\([\w-]+\)):/g)].map((match) => match[1]);
  expect(ok).toBe(rules.length === 0);
  return rules;
};

test.each([
  ["new Date()", "eslint(no-restricted-globals)"],
  ["globalThis.Date.now()", "eslint(no-restricted-globals)"],
  ["performance.now()", "eslint(no-restricted-globals)"],
  ["fetch('https://example.org')", "eslint(no-restricted-globals)"],
  ["process.env", "eslint(no-restricted-globals)"],
  ["crypto.randomUUID()", "eslint(no-restricted-globals)"],
  ["setTimeout(String, 1)", "eslint(no-restricted-globals)"],
  ["Math.random()", "eslint(no-restricted-properties)"],
])("core may not say %s", async (expression, rule) => {
  const source = `export const value = ${expression};\n`;
  expect(await findings("core/graph/edge.ts", source)).toEqual([rule]);
  expect(await findings("server/auth/session.ts", source)).toEqual([]);
  expect(await findings("core/graph/edge.test.ts", source)).toEqual([]);
});

test("core may not load a module of Node", async () => {
  const source = `import { sep } from "node:path";\nexport const value = sep;\n`;
  expect(await findings("core/graph/edge.ts", source)).toEqual(["import(no-nodejs-modules)"]);
  expect(await findings("server/auth/session.ts", source)).toEqual([]);
});

test("core may name the type of a date", async () => {
  expect(await findings("core/graph/edge.ts", "export interface Edge { at: Date }\n")).toEqual([]);
});

test.each([
  ["any", "export const value: any = 1;\n", "typescript(no-explicit-any)"],
  ["a value that is only hoped for", "export const first = (list: string[]) => list[0]!;\n", "typescript(no-non-null-assertion)"],
  ["a note to oneself", `// ${"TO"}${"DO"}: later\nexport const value = 1;\n`, "eslint(no-warning-comments)"],
  // The braces vanish and leave an import that runs, which the arrows take for an import of types.
  ["types in the braces of a value import", `import { type Sep } from "./edge.ts";\nexport type Own = Sep;\n`, "typescript(no-import-type-side-effects)"],
  ["a stop for a debugger", "debugger;\nexport const value = 1;\n", "eslint(no-debugger)"],
])("no file may hold %s", async (_what, source, rule) => {
  expect(await findings("server/auth/session.ts", source)).toEqual([rule]);
});

test("a lint that looked at no file fails", async () => {
  const { ok, summary } = await withPlantedTree({ ".oxlintrc.json": configuration }, lint.examine);
  expect({ ok, summary }).toEqual({ ok: false, summary: "looked at 0 of 0 source files" });
});
