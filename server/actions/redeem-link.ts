import { findLink, type LinkRefusal } from "./find-link.ts";
import { memberDigest } from "./member-digest.ts";
import type { Ports } from "./ports.ts";
import type { LinkRecord, Records } from "./store.ts";

/** What the holder of a link fills in; a lost password needs the new one only. */
export interface LinkAnswer {
  token: string;
  name: string | null;
  email: string | null;
  password: string;
}

export type RedeemOutcome =
  | { ok: true; email: string }
  | LinkRefusal
  | { ok: false; reason: "email-taken" | "name-and-email-missing" };

/** Uses a one-time link up: creates the member it invites, or sets the password it was made for. */
export async function redeemLink(
  ports: Pick<Ports, "store" | "now" | "passwords">,
  { address, ...answer }: LinkAnswer & { address: string },
): Promise<RedeemOutcome> {
  const found = await findLink(ports, { token: answer.token, address });
  if (!found.ok) return found;
  const { link } = found;
  const passwordHash = await ports.passwords.hash(answer.password);
  const at = ports.now();
  const outcome = await ports.store.transaction((records): Promise<RedeemOutcome> => {
    if (link.purpose === "password-reset") return resetPassword(records, link, passwordHash, at);
    const { name, email } = answer;
    if (name === null || email === null) return Promise.resolve({ ok: false, reason: "name-and-email-missing" });
    return join(records, link, { name, email, passwordHash }, at);
  }).catch((error: unknown) => {
    if (error instanceof Refused) return error.outcome;
    throw error;
  });
  return outcome;
}

/** Ends the transaction, so that a link is not used up by an answer that was refused. */
class Refused extends Error {
  readonly outcome: RedeemOutcome & { ok: false };

  constructor(reason: (RedeemOutcome & { ok: false })["reason"]) {
    super(reason);
    this.outcome = { ok: false, reason };
  }
}

async function join(
  records: Records,
  link: LinkRecord,
  newcomer: { name: string; email: string; passwordHash: string },
  now: Date,
): Promise<RedeemOutcome> {
  if (!(await records.links.use(link.id, now))) throw new Refused("used");
  const member = await records.members.create({ ...newcomer, role: link.role ?? "viewer", now });
  if (member === null) throw new Refused("email-taken");
  await records.auditLog.append(
    {
      actorId: member.id,
      actorName: member.name,
      action: "member-create",
      targetType: "member",
      targetId: member.id,
      summary: link.purpose === "first-admin" ? "Joined as the first admin" : `Joined as ${member.role}`,
      beforeDigest: null,
      afterDigest: memberDigest(member),
    },
    now,
  );
  return { ok: true, email: member.email };
}

async function resetPassword(records: Records, link: LinkRecord, passwordHash: string, now: Date): Promise<RedeemOutcome> {
  const member = link.forId === null ? null : await records.members.find(link.forId);
  if (member === null || !member.isActive) throw new Refused("unknown");
  if (!(await records.links.use(link.id, now))) throw new Refused("used");
  await records.members.setPasswordHash(member.id, passwordHash);
  await records.sessions.endAllOfMember(member.id);
  const digest = memberDigest(member);
  await records.auditLog.append(
    {
      actorId: member.id,
      actorName: member.name,
      action: "password-reset",
      targetType: "member",
      targetId: member.id,
      summary: "Set a new password by link; all their browsers were signed out",
      beforeDigest: digest,
      afterDigest: digest,
    },
    now,
  );
  return { ok: true, email: member.email };
}
