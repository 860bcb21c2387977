import { surroundingsOf, type Surroundings } from "../../core/preflight/surroundings.ts";
import type { ApiOutput } from "../shell/api.ts";

type Examined = NonNullable<NonNullable<ApiOutput["workflows"]["get"]>["examined"]>;

/** What the server knew of the installation when it examined a revision, as far as rules and projections go by it. */
export type KnownHouse = Pick<Examined, "policy" | "facts" | "collections"> & { manifest: Pick<Examined["manifest"], "models" | "tools"> };

/** What the browser knows of the installation: the same. */
export function browserSurroundings({ manifest: { models, tools }, policy, facts, collections }: KnownHouse): Surroundings {
  return surroundingsOf({ models, tools, policy, facts, collections });
}
