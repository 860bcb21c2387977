import { expect, test } from "vitest";
import { nameComplaints, names } from "../../scripts/gates/names.mjs";
import { withPlantedTree } from "./planted-tree.ts";

test.each([
  "core/graph/index.ts",
  "components/shell/index.tsx",
  "core/utils/graph.ts",
  "server/lib/graph.ts",
  "server/common/graph.ts",
  "components/shell/theme-helper.ts",
  "server/db/connection-manager.ts",
  "components/shell/AppFrame.tsx",
  "components/reviewPanel/frame.tsx",
  "server/auth/signIn.ts",
])("%s is refused", (path) => {
  expect(nameComplaints(path)).toHaveLength(1);
});

test.each([
  "core/graph/apply-op.ts",
  "core/graph/apply-op.test.ts",
  "components/shell/frame.module.css",
  "app/(frame)/settings/page.tsx",
  "app/links/[token]/page.tsx",
  "app/api/trpc/[trpc]/route.ts",
  "app/api/[[...rest]]/route.ts",
  "app/%5Fnext/[...missing]/route.ts",
  ".dependency-cruiser.mjs",
])("%s is fine", (path) => {
  expect(nameComplaints(path)).toEqual([]);
});

test("a barrel that nobody imports fails the check", async () => {
  const { ok, output } = await withPlantedTree({ "core/graph/index.ts": "export const edge = 1;" }, names.examine);
  expect({ ok, output }).toEqual({ ok: false, output: "core/graph/index.ts is a barrel: import the file that owns the thing" });
});

test("a check of no names fails", async () => {
  const { ok } = await withPlantedTree({ "README.md": "" }, names.examine);
  expect(ok).toBe(false);
});
