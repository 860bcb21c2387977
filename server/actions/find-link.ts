import { linkRefusal, type LinkPurpose } from "../../core/access/access-link.ts";
import type { Role } from "../../core/access/role.ts";
import { digestOfText } from "../../core/text/digest.ts";
import { countAttempt } from "./attempt-limit.ts";
import type { Ports } from "./ports.ts";
import type { LinkRecord } from "./store.ts";

export type LinkRefusal = { ok: false; reason: "unknown" | "expired" | "used" | "too-many-attempts" };

/** Finds a link by its token. Wrong tokens are counted per address; right ones are not. */
export async function findLink(
  ports: Pick<Ports, "store" | "now">,
  { token, address }: { token: string; address: string },
): Promise<{ ok: true; link: LinkRecord } | LinkRefusal> {
  const link = await ports.store.links.findByTokenDigest(digestOfText(token));
  const reason = linkRefusal(link, ports.now());
  if (link !== null && reason === null) return { ok: true, link };
  const retryAfterSeconds = await countAttempt(ports, { kind: "link", value: address });
  return { ok: false, reason: retryAfterSeconds === null ? (reason ?? "unknown") : "too-many-attempts" };
}

export type LinkDescription =
  | { ok: true; purpose: LinkPurpose; role: Role | null; email: string | null; expiresAt: Date }
  | LinkRefusal;

/** Says what a link is for, to whoever holds it. */
export async function describeLink(
  ports: Pick<Ports, "store" | "now">,
  input: { token: string; address: string },
): Promise<LinkDescription> {
  const found = await findLink(ports, input);
  if (!found.ok) return found;
  const { purpose, role, forEmail, expiresAt } = found.link;
  return { ok: true, purpose, role, email: forEmail, expiresAt };
}
