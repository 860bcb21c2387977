/** The addresses under which this installation may be spoken to. */
export interface AllowedAddresses {
  /** Values of the Host header, lower case. */
  hosts: ReadonlySet<string>;
  /** Values of the Origin header. */
  origins: ReadonlySet<string>;
}

/**
 * This machine's own names with the port that listens, and the public origin where there is one. Nothing else: a
 * page elsewhere that points its own name here (DNS rebinding) gets no answer.
 */
export function allowedAddresses(port: number, publicOrigin: string | null): AllowedAddresses {
  const local = ["127.0.0.1", "localhost", "[::1]"].map((name) => new URL(`http://${name}:${port}`));
  const urls = publicOrigin === null ? local : [...local, new URL(publicOrigin)];
  return { hosts: new Set(urls.map((url) => url.host)), origins: new Set(urls.map((url) => url.origin)) };
}

/** What the request line and headers say that matters here. */
export interface RequestFacts {
  method: string;
  host: string | undefined;
  origin: string | undefined;
  hasCookie: boolean;
  isUpgrade: boolean;
}

export interface Refusal {
  status: number;
  message: string;
}

const safeMethods: ReadonlySet<string> = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Refuses requests that other sites make in a member's name.
 * What may change something and carries a cookie must come from a page of ours; a program without cookies may leave
 * Origin out.
 */
export function refuseForeign(request: RequestFacts, allowed: AllowedAddresses): Refusal | null {
  const host = request.host?.toLowerCase();
  if (host === undefined || !allowed.hosts.has(host)) {
    return {
      status: 421,
      message: `Countersign doesn't answer under the name "${host ?? ""}". If that is its address, start it with COUNTERSIGN_URL set to it.`,
    };
  }
  const mayChange = request.isUpgrade || !safeMethods.has(request.method);
  if (!mayChange) return null;
  const isForeign = request.origin === undefined ? request.hasCookie || request.isUpgrade : !allowed.origins.has(request.origin);
  return isForeign ? { status: 403, message: "This request comes from another site. Nothing was changed." } : null;
}
