import { cruise } from "dependency-cruiser";
import configuration from "../../.dependency-cruiser.mjs";
import { sourceFiles } from "../source-files.mjs";
import { counted, refuseUnseen } from "./gate.mjs";

/** @typedef {{rule: string, from: string, to: string}} Violation */

/**
 * Cruises a checkout with the arrows of the house.
 * @param {string} root
 * @returns {Promise<{seen: Set<string>, violations: Violation[]}>}
 */
export async function cruiseArrows(root) {
  const { options, forbidden } = configuration;
  const files = sourceFiles(root);
  if (files.length === 0) return { seen: new Set(), violations: [] };
  const { output } = await cruise(files, {
    ...options,
    baseDir: root,
    validate: true,
    ruleSet: { forbidden },
  });
  if (typeof output === "string") throw new Error(`dependency-cruiser answered in words: ${output}`);
  return {
    seen: new Set(output.modules.filter((module) => module.couldNotResolve !== true).map((module) => module.source)),
    violations: output.summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to })),
  };
}

/** No import goes against an arrow, and every source file was cruised. */
/** @type {import("./gate.mjs").Gate} */
export const arrows = {
  name: "arrows",
  async examine(root) {
    const expected = sourceFiles(root);
    const { seen, violations } = await cruiseArrows(root);
    const unseen = refuseUnseen(expected, seen, "dependency-cruiser");
    if (unseen) return unseen;
    const reasons = new Map(configuration.forbidden?.map(({ name, comment }) => [name, comment]));
    return {
      ok: violations.length === 0,
      summary: violations.length === 0 ? counted(seen.size, "module") : counted(violations.length, "forbidden import"),
      output: violations.map(({ rule, from, to }) => `${from} → ${to}\n  ${rule}: ${reasons.get(rule)}`).join("\n"),
    };
  },
};
