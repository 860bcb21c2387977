/**
 * One machine check over the whole checkout.
 * @typedef {{ok: boolean, summary: string, output: string}} GateResult
 * @typedef {{name: string, examine: (root: string) => Promise<GateResult>}} Gate
 */

/**
 * A check that looked at nothing says nothing, however green it is.
 * @param {string[]} expected the source files of the checkout
 * @param {Set<string>} seen the files the tool looked at
 * @param {string} tool
 * @returns {GateResult | null} a failure when the tool left files out
 */
export function refuseUnseen(expected, seen, tool) {
  const unseen = expected.filter((path) => !seen.has(path));
  if (expected.length > 0 && unseen.length === 0) return null;
  return {
    ok: false,
    summary: `looked at ${expected.length - unseen.length} of ${expected.length} source files`,
    output: [`${tool} did not look at:`, ...unseen.map((path) => `  ${path}`)].join("\n"),
  };
}

/**
 * @param {number} count
 * @param {string} noun
 */
export const counted = (count, noun) => `${count} ${noun}${count === 1 ? "" : "s"}`;
