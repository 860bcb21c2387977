type Sequenced = { sequence: number };

/** What one reader of one topic has let through, and what came too early. */
export type SequenceGate<Entry extends Sequenced> = {
  readonly position: number;
  readonly early: ReadonlyMap<number, Entry>;
};

/** Early entries are a hint that saves a second delivery; past this many they are dropped and read again. */
export const maxEarlyEntries = 1_000;

/** A gate that has seen everything up to `position`. */
export function openGate<Entry extends Sequenced>(position: number): SequenceGate<Entry> {
  return { position, early: new Map() };
}

/**
 * Lets each entry through exactly once and in order, however often and in whatever order it is delivered.
 *
 * @returns `released`: the entries that follow on from the position, in order. `hasGap`: later entries are held
 * because one before them is missing, so the reader should ask again from `gate.position`.
 */
export function passGate<Entry extends Sequenced>(
  gate: SequenceGate<Entry>,
  delivered: readonly Entry[],
): { gate: SequenceGate<Entry>; released: Entry[]; hasGap: boolean } {
  const released: Entry[] = [];
  const early = new Map(gate.early);
  let position = gate.position;
  for (const entry of delivered) {
    if (entry.sequence <= position) continue;
    early.set(entry.sequence, entry);
    for (let next = early.get(position + 1); next !== undefined; next = early.get(position + 1)) {
      early.delete(next.sequence);
      released.push(next);
      position = next.sequence;
    }
  }
  const hasGap = early.size > 0;
  return { gate: { position, early: early.size > maxEarlyEntries ? new Map() : early }, released, hasGap };
}
