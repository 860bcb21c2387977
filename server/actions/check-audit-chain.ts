import { chainStart, followChain, type ChainCheck } from "../../core/audit-log/audit-entry.ts";
import type { Ports } from "./ports.ts";

const pageSize = 500;

/** Follows the audit log's chain from its first entry to the one its head names, a page at a time. */
export async function checkAuditChain({ store }: Pick<Ports, "store">): Promise<ChainCheck> {
  const lastSequence = await store.auditLog.lastSequence();
  let end = chainStart;
  for (;;) {
    const entries = await store.auditLog.readAfter(end.sequence, pageSize);
    if (entries.length === 0) {
      const checked = end.sequence;
      return checked >= lastSequence ? { ok: true, checked } : { ok: false, checked, brokenAt: checked + 1 };
    }
    const next = followChain(end, entries);
    if ("brokenAt" in next) return { ok: false, checked: next.brokenAt - 1, brokenAt: next.brokenAt };
    end = next;
  }
}
