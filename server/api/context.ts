import "server-only";
import type { Member } from "../../core/access/member.ts";
import { clientAddressHeader } from "../../core/access/request-header.ts";
import { sharedServices, type Services } from "../services.ts";

/** What every procedure gets. */
export interface Context {
  services: Services;
  headers: Headers;
  /** Who asked, from which browser; null for somebody who isn't signed in. */
  session: { sessionId: string; member: Member } | null;
  /** The address at the other end of the connection. */
  address: string;
  /** Adds a cookie to the answer. */
  setCookie(cookie: string): void;
}

/** Finds out who asks, by cookie and database. */
export async function createContext(headers: Headers, answerHeaders: Headers): Promise<Context> {
  const services = sharedServices();
  const setCookie = (cookie: string) => answerHeaders.append("set-cookie", cookie);
  const { session, setCookies } = await services.currentSession(headers, true);
  setCookies.forEach(setCookie);
  return { services, headers, session, address: headers.get(clientAddressHeader) ?? "unknown", setCookie };
}
