import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { auditActions, chainStart, followChain, sealEntry, type AuditEntry, type AuditFact } from "./audit-entry.ts";

const factArbitrary: fc.Arbitrary<AuditFact> = fc.record({
  actorId: fc.option(fc.uuid()),
  actorName: fc.string(),
  action: fc.constantFrom(...auditActions),
  targetType: fc.constantFrom("member", "session", "link"),
  targetId: fc.uuid(),
  summary: fc.string(),
  beforeDigest: fc.constant(null),
  afterDigest: fc.constant("0".repeat(64)),
});

const chainArbitrary = fc.array(factArbitrary, { minLength: 1, maxLength: 12 }).map((facts) => {
  const entries: AuditEntry[] = [];
  for (const fact of facts) {
    const sequence = entries.length + 1;
    entries.push(sealEntry(fact, { sequence, at: new Date(sequence * 1000), previousHash: entries.at(-1)?.hash ?? null }));
  }
  return entries;
});

describe("followChain", () => {
  it("follows an untouched chain to its end, in one go or in pages", () => {
    fc.assert(
      fc.property(chainArbitrary, fc.nat(12), (entries, cut) => {
        const half = followChain(chainStart, entries.slice(0, cut));
        const end = { sequence: entries.length, hash: entries.at(-1)!.hash };
        expect(followChain(chainStart, entries)).toEqual(end);
        expect("brokenAt" in half ? half : followChain(half, entries.slice(cut))).toEqual(end);
      }),
    );
  });

  it("finds any changed field at its place", () => {
    fc.assert(
      fc.property(chainArbitrary, fc.nat(), (entries, pick) => {
        const index = pick % entries.length;
        const forged = entries.with(index, { ...entries[index]!, summary: `${entries[index]!.summary}!` });
        expect(followChain(chainStart, forged)).toEqual({ brokenAt: index + 1 });
      }),
    );
  });

  it("finds a removed entry, and one re-sealed without its neighbours", () => {
    fc.assert(
      fc.property(chainArbitrary.filter((entries) => entries.length > 2), (entries) => {
        expect(followChain(chainStart, entries.toSpliced(1, 1))).toEqual({ brokenAt: 2 });
        const { hash: _, ...rest } = entries[1]!;
        const resealed = sealEntry({ ...rest, summary: "forged" } as AuditFact, rest);
        expect(followChain(chainStart, entries.with(1, resealed))).toEqual({ brokenAt: 3 });
      }),
    );
  });
});
