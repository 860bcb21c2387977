import type { PriceOf } from "../../core/preflight/project-cost.ts";

/**
 * What the browser knows of prices: a model that runs in this installation costs nothing. For the others the server's
 * word counts, which has the prices.
 */
export function priceOfModels(models: Readonly<Record<string, string>>): PriceOf {
  return (role) => (models[role]?.startsWith("offline:") === true ? 0 : null);
}
