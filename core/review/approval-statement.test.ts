import { describe, expect, it } from "vitest";
import { approvalStatement, approvalStatementSchema, isAboutItsManifest } from "./approval-statement.ts";
import { canonicalManifest, type Manifest, type ToolDescriptor } from "./manifest.ts";

const tool: ToolDescriptor = { name: "search_sources", description: "Finds passages", inputDigest: "c".repeat(64), effects: "read-only", server: "built-in" };
const manifest: Manifest = {
  format: "countersign/manifest@1",
  workflow: { id: "0198c0de-0000-7000-8000-000000000000", revision: 4 },
  definition: "a".repeat(64),
  overlay: null,
  brief: { version: 1, digest: "b".repeat(64) },
  arguments: null,
  models: { worker: "offline:quoting" },
  tools: [tool],
  policy: null,
  findings: [],
  notRun: [],
  waivers: [],
  reach: "this-run",
};
const decision = { verdict: "approved", reason: "", decidedBy: { id: null, name: "operator" }, decidedAt: new Date(0), manifest } as const;

describe("an approval's statement", () => {
  it("names the manifest by digest and survives being written and read", () => {
    const statement = approvalStatement(decision);
    expect(statement.subject[0].digest.sha256).toBe(canonicalManifest(manifest).digest);
    expect(approvalStatementSchema.parse(JSON.parse(JSON.stringify(statement)))).toEqual(statement);
    expect(isAboutItsManifest(statement)).toBe(true);
  });

  it("is not about a manifest that was put in its place", () => {
    const { predicate, ...rest } = approvalStatement(decision);
    const swapped = { ...rest, predicate: { ...predicate, manifest: { ...manifest, models: { worker: "elsewhere:cheap" } } } };
    expect(isAboutItsManifest(swapped)).toBe(false);
  });
});

it("a manifest's digest doesn't depend on the order of its fields, and changes with every tool", () => {
  const turned = Object.fromEntries(Object.entries(manifest).toReversed()) as Manifest;
  expect(canonicalManifest(turned)).toEqual(canonicalManifest(manifest));
  expect(canonicalManifest({ ...manifest, tools: [] }).digest).not.toBe(canonicalManifest(manifest).digest);
});
