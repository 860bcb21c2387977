import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { checkout } from "../../scripts/checkout.mjs";

const folder = join(checkout, "core", "preflight", "rules");

/** What each rule's docstring says: the failure that it is there for, by the rule's id. */
export function ruleDocstrings(): ReadonlyMap<string, string> {
  const sources = readdirSync(folder).filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts")).map((name) => readFileSync(join(folder, name), "utf8"));
  return new Map(
    sources.flatMap((source) => {
      const [, comment, id] = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\nexport const \w+: Rule = \{\n {2}id: "([^"]+)"/.exec(source) ?? [];
      return comment === undefined || id === undefined ? [] : [[id, comment.replaceAll(/\s*\n\s*\*\s*/g, " ").trim()] as const];
    }),
  );
}
