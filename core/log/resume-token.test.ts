import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Positions } from "./log-entry.ts";
import { decodeResumeToken, encodeResumeToken } from "./resume-token.ts";
import { maxTopicsPerStream } from "./topic.ts";

const topic = fc.oneof(fc.constant("audit"), fc.tuple(fc.constantFrom("test", "bench"), fc.stringMatching(/^[0-9A-Za-z-]{1,64}$/)).map((parts) => parts.join(":")));

/** Positions as a stream may hold them. */
const topicPositions: fc.Arbitrary<Positions> = fc
  .uniqueArray(fc.tuple(topic, fc.maxSafeNat()), { maxLength: maxTopicsPerStream, selector: ([name]) => name })
  .map((pairs) => new Map(pairs));

describe("a resume token", () => {
  it("gives back the positions it was made from", () => {
    fc.assert(
      fc.property(topicPositions, (positions) => {
        expect(decodeResumeToken(encodeResumeToken(positions))).toEqual(positions);
      }),
    );
  });

  it("fits in an SSE id and in a header: printable ASCII, never empty", () => {
    fc.assert(
      fc.property(topicPositions, (positions) => {
        expect(encodeResumeToken(positions)).toMatch(/^[\x21-\x7e]+$/);
      }),
    );
  });

  it("is refused, not guessed at, when it is anything else", () => {
    const wrong = ["", "audit", "audit@", "audit@-1", "audit@01", "audit@1.5", "audit@9007199254740993", "audit@1,audit@2", "audit@1,", "secret:1@4", "test:@3", "test:a b@3"];
    for (const token of wrong) expect(decodeResumeToken(token), token).toBeNull();
    expect(decodeResumeToken(Array.from({ length: 65 }, (_, at) => `test:${at}@1`).join(","))).toBeNull();
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const positions = decodeResumeToken(text);
        expect(positions === null || encodeResumeToken(positions) === text).toBe(true);
      }),
    );
  });
});
