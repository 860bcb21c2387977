/** What a verb ends with when it can't do what was asked: one sentence for people, and exit code 1. */
export class CommandRefusal extends Error {}
