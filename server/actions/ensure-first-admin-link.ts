import { system } from "../../core/access/actor.ts";
import { createLink } from "./create-link.ts";
import type { Ports } from "./ports.ts";

/**
 * While nobody has joined, makes the link that creates the first admin; the one of an earlier start stops working,
 * because only the newest was printed last.
 * @returns its path, or null when there are members.
 */
export function ensureFirstAdminLink(ports: Pick<Ports, "store" | "now" | "newToken">): Promise<string | null> {
  return ports.store.transaction(async (records) => {
    if (!(await records.members.isEmpty())) return null;
    await records.links.revokeAll("first-admin", null, ports.now());
    const summary = "Made the link for the first admin";
    const link = await createLink(ports, records, system, { purpose: "first-admin", role: "admin", forId: null, summary });
    return link.path;
  });
}
