import type { PriceOf } from "../../core/preflight/project-cost.ts";
import type { ToolDescriptor } from "../../core/review/manifest.ts";
import type { Store } from "./store.ts";
import type { Signer } from "./workflow-store.ts";

/** What actions need from the rooms around them; services.ts joins them. */
export interface Ports {
  store: Store;
  now(): Date;
  /** A new unguessable token: 32 random bytes as base64url. */
  newToken(): string;
  passwords: {
    hash(password: string): Promise<string>;
    verify(hash: string, password: string): Promise<boolean>;
  };
  /** The key with which this installation vouches for what signed-in people decided. */
  signer(): Promise<Signer>;
  planning: {
    /** Has a worker write the plan; asking twice changes nothing. */
    enqueue(planId: string): Promise<void>;
  };
  models: {
    /** The model that serves each role, as `provider:model`. */
    resolved(): Promise<Record<string, string>>;
    /** Micro-USD for a million tokens of a role's model; null when not known. */
    prices(): Promise<PriceOf>;
  };
  tools: {
    /** Every tool there is, by name. */
    descriptors(): Promise<ToolDescriptor[]>;
  };
  authentication: {
    /** Null when address and password don't belong together or the member may not sign in. */
    signIn(credentials: { email: string; password: string }, headers: Headers): Promise<string[] | null>;
    forgetCookies(headers: Headers): Promise<string[]>;
  };
}
