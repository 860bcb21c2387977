import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { duplicates } from "../../scripts/gates/duplicates.mjs";
import { withPlantedTree } from "./planted-tree.ts";

const configuration = await readFile(new URL("../../.jscpd.json", import.meta.url), "utf8");

const passage = `
export function mergeReadings(left: number[], right: number[]): number[] {
  const merged: number[] = [];
  let leftIndex = 0;
  let rightIndex = 0;
  while (leftIndex < left.length && rightIndex < right.length) {
    const fromLeft = left[leftIndex] ?? 0;
    const fromRight = right[rightIndex] ?? 0;
    if (fromLeft <= fromRight) {
      merged.push(fromLeft);
      leftIndex += 1;
    } else {
      merged.push(fromRight);
      rightIndex += 1;
    }
  }
  return [...merged, ...left.slice(leftIndex), ...right.slice(rightIndex)];
}
`;

const examine = (tree: Record<string, string>) => withPlantedTree({ ".jscpd.json": configuration, ...tree }, duplicates.examine);

test("the same passage in two rooms fails the check", async () => {
  const { ok, output } = await examine({ "core/run/merge.ts": passage, "server/live/merge.ts": `// Theirs.\n${passage}` });
  expect({ ok, output }).toEqual({ ok: false, output: "core/run/merge.ts:2 and server/live/merge.ts:3 share 17 lines" });
});

test("the same passage in TypeScript and TSX fails the check", async () => {
  expect((await examine({ "core/run/merge.ts": passage, "components/runs/merge.tsx": passage })).ok).toBe(false);
});

test("equal imports are no duplicate", async () => {
  const imports = Array.from({ length: 12 }, (_, index) => `import { thing${index} } from "./thing-${index}.ts";`).join("\n");
  expect((await examine({ "core/run/a.ts": imports, "core/run/b.ts": `${imports}\n${passage}` })).ok).toBe(true);
});

test("generated code is left out", async () => {
  expect((await examine({ "core/run/merge.ts": passage, "server/db/generated/merge.ts": passage })).ok).toBe(true);
});

test("a check that read no file fails", async () => {
  expect((await examine({})).ok).toBe(false);
});
