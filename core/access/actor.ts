import type { Member } from "./member.ts";

/** On whose word something is done, as the audit log names it. */
export interface Actor {
  /** Null for an actor who is no member. */
  id: string | null;
  name: string;
}

/** Who has access to the data folder and uses the command line: an admin without sign-in. */
export const operator: Actor = { id: null, name: "operator" };

/** Countersign itself, for what no person asked for. */
export const system: Actor = { id: null, name: "Countersign" };

export function actorOf(member: Member): Actor {
  return { id: member.id, name: member.name };
}
