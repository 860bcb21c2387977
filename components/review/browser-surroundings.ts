import { surroundingsOf, type Surroundings } from "../../core/preflight/surroundings.ts";
import type { Manifest } from "../../core/review/manifest.ts";
import type { Policy } from "../../core/review/policy.ts";

/**
 * What the browser knows of the installation, from the manifest under review. Of prices it knows that a model which runs
 * in this installation costs nothing; for the others, and for windows, the server's word counts.
 */
export function browserSurroundings({ models, tools }: Pick<Manifest, "models" | "tools">, policy: Policy): Surroundings {
  return surroundingsOf({ models, tools, policy, priceOf: (role) => (models[role]?.startsWith("offline:") === true ? 0 : null) });
}
