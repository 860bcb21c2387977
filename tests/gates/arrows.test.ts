import { describe, expect, test } from "vitest";
import configuration from "../../.dependency-cruiser.mjs";
import { arrows, cruiseArrows } from "../../scripts/gates/arrows.mjs";
import { type ArrowPlant, arrowPlants } from "./arrow-plants.ts";
import { emptyPackages, type Tree, withPlantedTree } from "./planted-tree.ts";

const dependencies = [
  "@ai-sdk/anthropic",
  "@dbos-inc/dbos-sdk",
  "@mantine/core",
  "@noble/hashes",
  "@prisma/client",
  "@xyflow/react",
  "ai",
  "better-auth",
  "next",
  "pg",
  "prisma",
  "react",
  "server-only",
  "superjson",
  "uuid",
  "zod",
];

/** What every planted tree stands on: declared packages, one declared for development, and one installed by accident. */
const ground: Tree = {
  "package.json": JSON.stringify({
    type: "module",
    dependencies: Object.fromEntries(dependencies.map((name) => [name, "1.0.0"])),
    devDependencies: { vitest: "1.0.0" },
  }),
  ...emptyPackages(...dependencies, "vitest", "undeclared"),
  "node_modules/next/headers.js": "",
  "node_modules/@noble/hashes/sha2.js": "",
};

const trippedRules = async (tree: Tree) => {
  const { violations } = await withPlantedTree({ ...ground, ...tree }, cruiseArrows);
  return [...new Set(violations.map(({ rule }) => rule))];
};

const nameOf = (tree: Tree) => Object.keys(tree).join(" → ");

describe.each<ArrowPlant>(arrowPlants)("$rule", ({ rule, breaks, keeps = [] }) => {
  test.each(breaks.map((tree) => ({ name: nameOf(tree), tree })))("is broken by $name", async ({ tree }) => {
    expect(await trippedRules(tree)).toEqual([rule]);
  });

  test.each(keeps.map((tree) => ({ name: nameOf(tree), tree })))("allows $name", async ({ tree }) => {
    expect(await trippedRules(tree)).toEqual([]);
  });
});

describe("the arrows of the house", () => {
  test("have a planted violation each", () => {
    const rules = configuration.forbidden?.map(({ name }) => name);
    expect(arrowPlants.map(({ rule }) => rule).toSorted()).toEqual(rules?.toSorted());
  });

  test("are errors, every one", () => {
    expect(configuration.forbidden?.filter(({ severity }) => severity !== "error")).toEqual([]);
  });

  test("fail the check when nothing was cruised", async () => {
    const { ok, summary } = await withPlantedTree({ "package.json": "{}" }, arrows.examine);
    expect({ ok, summary }).toEqual({ ok: false, summary: "looked at 0 of 0 source files" });
  });

  test("pass in a tree that keeps them", async () => {
    const { ok, summary } = await withPlantedTree({ ...ground, "core/edge.ts": "export const edge = 1;" }, arrows.examine);
    expect({ ok, summary }).toEqual({ ok: true, summary: "1 module" });
  });
});
