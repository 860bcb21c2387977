import { readFile } from "node:fs/promises";
import fc from "fast-check";
import { expect, it } from "vitest";
import { z } from "zod";
import { graphArbitrary } from "../../tests/setup/graph-arbitrary.ts";
import { briefSchema } from "./brief.ts";
import { publishedNames, publishedSchema } from "./published-schema.ts";

it.each(publishedNames)("docs/%s.schema.json is what the schema says; npm run generate writes it anew", async (name) => {
  const written = await readFile(new URL(`../../docs/${name}.schema.json`, import.meta.url), "utf8");
  expect(JSON.parse(written)).toEqual(JSON.parse(JSON.stringify(publishedSchema(name))));
});

const asWritten = (name: "brief" | "definition") => z.fromJSONSchema(JSON.parse(JSON.stringify(publishedSchema(name))));

it("accepts every definition that we write", () => {
  const schema = asWritten("definition");
  fc.assert(fc.property(graphArbitrary, (graph) => schema.safeParse(JSON.parse(JSON.stringify(graph))).success));
});

it("accepts a brief of a question alone and with everything written out", () => {
  const schema = asWritten("brief");
  const brief = { question: "What?", requirements: [{ id: "r1", text: "A reason" }] };
  expect([brief, briefSchema.parse(brief)].map((one) => schema.safeParse(one).success)).toEqual([true, true]);
});

it("refuses fields that nobody knows", () => {
  expect(asWritten("brief").safeParse({ question: "What?", model: "any" }).success).toBe(false);
  expect(asWritten("definition").safeParse({ nodes: [{ id: "a", kind: "agent", title: "A", color: "red" }] }).success).toBe(false);
});
