import { z } from "zod";
import { nodeSchema } from "../../../../core/workflow/node.ts";
import { setting, subjectOf, type ClauseReading, type RemarkClause } from "./remark-subject.ts";

interface Choice {
  path: string[];
  values: (string | boolean)[];
}

const outlineSchema: z.ZodType<{ anyOf?: unknown[]; enum?: unknown[]; const?: unknown; type?: unknown; properties?: Record<string, unknown> }> = z.looseObject({
  anyOf: z.array(z.unknown()).optional(),
  enum: z.array(z.unknown()).optional(),
  const: z.unknown().optional(),
  type: z.unknown().optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
});

/** Fields of each kind that hold one of a few words or a yes, read from the schema of nodes. */
const choicesByKind = new Map(nodeSchema.options.map((option) => [option.shape.kind.value, choicesIn(z.toJSONSchema(option, { io: "input", unrepresentable: "any" }), [])]));

function choicesIn(schema: unknown, path: string[]): Choice[] {
  const parsed = outlineSchema.safeParse(schema);
  if (!parsed.success) return [];
  const { anyOf = [], properties = {}, type } = parsed.data;
  const values = parsed.data.enum?.filter((value) => typeof value === "string") ?? (type === "boolean" ? [true, false] : []);
  const own = path.length > 0 && values.length > 1 ? [{ path, values }] : [];
  const inner = path.length >= 2 ? [] : Object.entries(properties).filter(([name]) => name !== "kind").flatMap(([name, field]) => choicesIn(field, [...path, name]));
  return [...own, ...anyOf.flatMap((one) => choicesIn(one, path)), ...inner];
}

/** "Set conflicts to keep", "on error: skip", "the role should be critic", "require evidence: yes". */
export function readChoice(one: RemarkClause): ClauseReading {
  const { clause } = one;
  const subject = subjectOf(one);
  if (subject === null || !/\b(?:set|change|make|should|must|to|use|switch|be)\b|[:=]/u.test(clause)) return null;
  const said = ` ${clause.replaceAll(/[^\p{L}\p{N}]+/gu, " ").trim()} `;
  for (const { path, values } of choicesByKind.get(subject.kind) ?? []) {
    const label = wordsOf(path.at(-1) ?? "");
    const at = said.indexOf(` ${label} `);
    if (at === -1) continue;
    const rest = said.slice(at + label.length + 1);
    const meant = values.filter((value) => spellings(value).some((spelling) => rest.includes(` ${spelling} `)));
    const [value, ...others] = meant;
    if (value === undefined || others.length > 0) return { unread: `“${label}” of this step is one of ${values.map(String).join(", ")}.` };
    return { ops: setting(subject, path, value), why: `Sets “${label}” of “${subject.title}” to ${String(value)}.` };
  }
  return null;
}

function spellings(value: string | boolean): string[] {
  if (value === true) return ["true", "yes", "on"];
  if (value === false) return ["false", "no", "off"];
  return [...new Set([value, wordsOf(value)])].map((word) => word.replaceAll("-", " "));
}

function wordsOf(name: string): string {
  return name.replaceAll(/([a-z])([A-Z])/g, "$1 $2").replaceAll("-", " ").toLowerCase();
}
