import canonicalize from "canonicalize";
import { z } from "zod";
import { digestOfText, type Digest } from "../text/digest.ts";

const digestSchema = z.string().regex(/^[0-9a-f]{64}$/);

/** What a tool is and may, as it was when somebody approved it. */
const toolDescriptorSchema = z.strictObject({
  name: z.string(),
  description: z.string(),
  /** Digest of the JSON Schema of its input. */
  inputDigest: digestSchema,
  effects: z.enum(["read-only", "writes"]),
  /** Where it comes from: `built-in`, or an MCP server's name. */
  server: z.string(),
});

export type ToolDescriptor = z.infer<typeof toolDescriptorSchema>;

/**
 * Everything an approval covers (DESIGN.md §6.5). Whatever is not in here, an approver did not see; whatever differs
 * from it later stops the run. Parts that this version doesn't know yet are present and empty.
 */
export const manifestSchema = z.strictObject({
  format: z.literal("countersign/manifest@1"),
  workflow: z.strictObject({ id: z.string(), revision: z.number().int().positive() }),
  definition: digestSchema,
  overlay: digestSchema.nullable(),
  brief: z.strictObject({ version: z.number().int().positive(), digest: digestSchema }),
  arguments: digestSchema.nullable(),
  /** The model that serves each role, as `provider:model`. */
  models: z.record(z.string(), z.string()),
  tools: z.array(toolDescriptorSchema),
  policy: digestSchema.nullable(),
  /** Rule ids with what they said, and those that could not run with the reason. */
  findings: z.array(z.strictObject({ ruleId: z.string(), severity: z.enum(["error", "warning", "note"]), target: z.string(), message: z.string() })),
  notRun: z.array(z.strictObject({ ruleId: z.string(), reason: z.string() })),
  /** Errors that the person who approved accepted, and why. */
  waivers: z.array(z.strictObject({ ruleId: z.string(), target: z.string(), reason: z.string(), by: z.strictObject({ id: z.string().nullable(), name: z.string() }) })),
  reach: z.literal("this-run"),
});

export type Manifest = z.infer<typeof manifestSchema>;

/** The canonical bytes (RFC 8785) of a manifest as text, and the digest that the browser sends back to approve it. */
export function canonicalManifest(manifest: Manifest): { text: string; digest: Digest } {
  const text = canonicalize(manifestSchema.parse(manifest));
  if (text === undefined) throw new TypeError("A manifest is always JSON.");
  return { text, digest: digestOfText(text) };
}
