import { standardPolicy, type Policy } from "../review/policy.ts";
import type { ModelPlace } from "../models/model-place.ts";
import type { RoleFacts } from "../models/role-fact.ts";
import { modelRoles, type ModelRole } from "../workflow/model-role.ts";
import type { PriceOf } from "./projection.ts";

/** What is known of one tool. */
export interface ToolFacts {
  effects: "read-only" | "writes";
  /** `built-in`, or the name of the server it comes from. */
  server: string;
}

/** What is known of the installation around a definition; null where nobody here can say. */
export interface Surroundings {
  priceOf: PriceOf;
  /** The model that serves a role, or takes over in it, as `provider:model`. */
  modelOf(place: ModelPlace): string | null;
  /** Tokens that the models of a role take in and give out together, the smaller where another takes over. */
  windowOf(role: ModelRole): number | null;
  /** Every tool there is, by name. */
  toolsByName: ReadonlyMap<string, ToolFacts> | null;
  /** The names of the collections there are. */
  collections: ReadonlySet<string> | null;
  policy: Policy;
}

/** What a file alone says of its surroundings: nothing. */
export const unknownSurroundings: Surroundings = {
  priceOf: () => null,
  modelOf: () => null,
  windowOf: () => null,
  toolsByName: null,
  collections: null,
  policy: standardPolicy,
};

/** What an installation knows of itself, as rules look at it. */
export function surroundingsOf(known: {
  facts: RoleFacts;
  models: Readonly<Record<string, string>>;
  tools: readonly (ToolFacts & { name: string })[] | null;
  collections: readonly string[] | null;
  policy: Policy;
}): Surroundings {
  const { facts, models, tools, collections, policy } = known;
  return {
    priceOf: (role) => (isRole(role) ? (facts[role].price?.microUsdPerMillionTokens ?? null) : null),
    windowOf: (role) => facts[role].contextTokens,
    policy,
    modelOf: (place) => (Object.hasOwn(models, place) ? (models[place] ?? null) : null),
    toolsByName: tools === null ? null : new Map(tools.map(({ name, effects, server }) => [name, { effects, server }])),
    collections: collections === null ? null : new Set(collections),
  };
}

const isRole = (role: string): role is ModelRole => modelRoles.some((one) => one === role);
