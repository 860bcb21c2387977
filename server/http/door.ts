import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { clientAddressHeader, nonceHeader, requestedPathHeader } from "../../core/access/request-header.ts";
import { refuseForeign, type AllowedAddresses, type Refusal } from "./allowed-origin.ts";
import { refuseBody } from "./body-bound.ts";
import { keepEncoding } from "./keep-encoding.ts";
import { contentSecurityPolicy, securityHeaders } from "./security-headers.ts";

export interface DoorSettings {
  allowed: AllowedAddresses;
  isHttps: boolean;
  isDevelopment: boolean;
}

/**
 * The door that every request passes, pages, procedures and files alike: who may speak to this installation, how
 * much at once, and which headers the answer carries.
 * @returns true when the request may go on; otherwise it is answered already.
 */
export function passDoor(request: IncomingMessage, response: ServerResponse, settings: DoorSettings): boolean {
  keepEncoding(response);
  const nonce = randomBytes(16).toString("base64");
  const policy = contentSecurityPolicy({ nonce, isDevelopment: settings.isDevelopment });
  for (const [name, value] of Object.entries(securityHeaders(policy, settings.isHttps))) response.setHeader(name, value);
  const refusal = refuseRequest(request, settings.allowed, false) ?? refuseBody(lengthOf(request));
  if (refusal !== null) {
    response.writeHead(refusal.status, { "content-type": "text/plain; charset=utf-8", connection: "close" });
    response.end(`${refusal.message}\n`);
    return false;
  }
  const { headers } = request;
  // For the layout and Next, which put the nonce on their scripts, and for the rooms behind.
  headers["content-security-policy"] = policy;
  headers[nonceHeader] = nonce;
  headers[clientAddressHeader] = request.socket.remoteAddress ?? "unknown";
  headers[requestedPathHeader] = request.url ?? "/";
  return true;
}

/** Refuses requests and upgrades that come from elsewhere. */
export function refuseRequest(request: IncomingMessage, allowed: AllowedAddresses, isUpgrade: boolean): Refusal | null {
  const { method, headers } = request;
  return refuseForeign(
    {
      method: method ?? "GET",
      host: headers.host,
      origin: headers.origin,
      hasCookie: headers.cookie !== undefined,
      isUpgrade,
    },
    allowed,
  );
}

function lengthOf({ headers }: IncomingMessage) {
  return { contentLength: headers["content-length"], transferEncoding: headers["transfer-encoding"] };
}
