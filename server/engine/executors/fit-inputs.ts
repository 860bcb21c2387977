import { collectClaims } from "../../../core/evidence/collect-claims.ts";
import type { ContextReceipt } from "../../../core/run/context-receipt.ts";
import { countTokens } from "../../../core/text/count-tokens.ts";
import type { JsonValue } from "../../../core/workflow/json-value.ts";

interface FittedInputs {
  inputs: { name: string; value: JsonValue }[];
  cut: ContextReceipt["cut"];
}

/**
 * Inputs as far as a context has room: claims go whole, the last of the largest input first; what isn't claims is cut as
 * text. Whatever is left out is named.
 */
export function fitInputs(inputs: Readonly<Record<string, JsonValue>>, room: number): FittedInputs {
  const fitted = Object.entries(inputs).map(([name, value]) => ({ name, value, tokens: sizeOf(value) }));
  const cut: ContextReceipt["cut"] = [];
  for (const one of fitted.toSorted((a, b) => b.tokens - a.tokens)) {
    const over = fitted.reduce((sum, { tokens }) => sum + tokens, 0) - room;
    if (over <= 0) break;
    const [value, what] = cutValue(one.value, Math.max(0, one.tokens - over));
    cut.push({ origin: { kind: "input", name: one.name }, what, tokens: one.tokens - sizeOf(value) });
    one.value = value;
    one.tokens = sizeOf(value);
  }
  return { inputs: fitted.map(({ name, value }) => ({ name, value })), cut };
}

function cutValue(value: JsonValue, room: number): [JsonValue, string] {
  const { claims, missing } = collectClaims(value);
  if (claims.length === 0) {
    const text = JSON.stringify(value);
    const kept = text.slice(0, room * 3).toWellFormed();
    return [`${kept} …`, `The end of a value of ${text.length.toLocaleString("en")} characters`];
  }
  const kept: typeof claims = [];
  let used = 0;
  for (const claim of claims) {
    used += sizeOf(JSON.parse(JSON.stringify(claim)));
    if (used > room) break;
    kept.push(claim);
  }
  return [JSON.parse(JSON.stringify({ claims: kept, missing })), `${claims.length - kept.length} of ${claims.length} claims`];
}

function sizeOf(value: JsonValue): number {
  return countTokens(JSON.stringify(value));
}
