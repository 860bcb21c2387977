/** An expected outcome as a value: what came of it, or a code for why nothing did. Throwing is for bugs and broken infrastructure. */
export type Result<T extends object, Reason extends string> = ({ ok: true } & T) | { ok: false; reason: Reason };
