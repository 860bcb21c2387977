import type { ModelRole } from "../workflow/model-role.ts";

/** What is known of the models of a role together: the one that serves it, and the one that takes over. */
export interface RoleFact {
  /** What a million tokens of any sort cost at most; null when not known. */
  price: RolePrice | null;
  /** Tokens that they take in and give out together, the smaller where another takes over; null when not known. */
  contextTokens: number | null;
}

interface RolePrice {
  /** The dearer of them, as `provider:model`. */
  model: string;
  microUsdPerMillionTokens: number;
  /** The day on which somebody looked it up, and where. */
  asOf: string;
  source: string;
}

export type RoleFacts = Readonly<Record<ModelRole, RoleFact>>;
