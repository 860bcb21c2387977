import { z } from "zod";
import { graphSchema } from "../workflow/graph.ts";
import { briefSchema } from "./brief.ts";

const published = {
  brief: { schema: briefSchema, title: "A brief of Countersign" },
  definition: { schema: graphSchema, title: "A definition of Countersign, as a graph" },
} as const;

export type PublishedName = keyof typeof published;

/** The forms that are written down in docs/ for others' tools, by name. */
export const publishedNames: readonly PublishedName[] = ["brief", "definition"];

/**
 * The JSON Schema (2020-12) of what may be written: defaults may be left out. What must hold between the parts of a
 * definition, such as where an edge leads, no JSON Schema can say; `countersign check` does.
 */
export function publishedSchema(name: PublishedName): object {
  const { schema, title } = published[name];
  const { $schema, ...form } = z.toJSONSchema(schema, { io: "input", target: "draft-2020-12" });
  return { $schema, title, ...form };
}
