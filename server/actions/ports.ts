import type { Store } from "./store.ts";

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
  authentication: {
    /** Null when address and password don't belong together or the member may not sign in. */
    signIn(credentials: { email: string; password: string }, headers: Headers): Promise<string[] | null>;
    forgetCookies(headers: Headers): Promise<string[]>;
  };
}
