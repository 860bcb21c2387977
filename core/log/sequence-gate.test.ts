import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { maxEarlyEntries, openGate, passGate } from "./sequence-gate.ts";

type Entry = { sequence: number };

const entriesBetween = (after: number, last: number): Entry[] => Array.from({ length: last - after }, (_, at) => ({ sequence: after + at + 1 }));

const sequences = (entries: Entry[]): number[] => entries.map((entry) => entry.sequence);

/** A log from `start` to `last`, delivered in pieces: some lost, some twice, in any order. */
const brokenDelivery = fc
  .record({ start: fc.nat(1_000), length: fc.nat(60) })
  .chain(({ start, length }) => {
    const log = entriesBetween(start, start + length);
    const piece: fc.Arbitrary<Entry[]> = log.length === 0 ? fc.constant([]) : fc.array(fc.constantFrom(...log), { maxLength: 20 });
    return fc.record({ start: fc.constant(start), log: fc.constant(log), pieces: fc.array(piece, { maxLength: 20 }) });
  });

describe("the sequence gate", () => {
  it("lets through exactly the contiguous sequence, whatever was cut, repeated or reordered on the way", () => {
    fc.assert(
      fc.property(brokenDelivery, ({ start, log, pieces }) => {
        let gate = openGate<Entry>(start);
        const released: Entry[] = [];
        for (const piece of pieces) {
          const step = passGate(gate, piece);
          gate = step.gate;
          released.push(...step.released);
          expect(sequences(released)).toEqual(sequences(entriesBetween(start, gate.position)));
        }
        const rest = passGate(gate, log);
        released.push(...rest.released);
        expect(sequences(released)).toEqual(sequences(log));
        expect(rest.hasGap).toBe(false);
      }),
    );
  });

  it("lets through everything that arrived and follows on, and says when something is missing", () => {
    fc.assert(
      fc.property(brokenDelivery, ({ start, pieces }) => {
        const arrived = new Set<number>();
        let gate = openGate<Entry>(start);
        let hasGap = false;
        for (const piece of pieces) {
          for (const entry of piece) arrived.add(entry.sequence);
          ({ gate, hasGap } = passGate(gate, piece));
        }
        let expected = start;
        while (arrived.has(expected + 1)) expected += 1;
        expect(gate.position).toBe(expected);
        expect(hasGap).toBe([...arrived].some((sequence) => sequence > expected));
      }),
    );
  });

  it("holds a bounded number of early entries, and is still exact after they are read again", () => {
    const last = maxEarlyEntries + 5;
    const flooded = passGate(openGate<Entry>(0), entriesBetween(1, last));
    expect(flooded.released).toEqual([]);
    expect(flooded.hasGap).toBe(true);
    expect(flooded.gate.early.size).toBe(0);
    expect(sequences(passGate(flooded.gate, entriesBetween(0, last)).released)).toEqual(sequences(entriesBetween(0, last)));
  });

  it("never changes the gate it was given", () => {
    const gate = openGate<Entry>(0);
    passGate(gate, [{ sequence: 2 }, { sequence: 1 }]);
    expect(gate).toEqual(openGate(0));
  });
});
