/** What a verb ends with when it can't do what was asked: one sentence for people, and an exit code. */
export class CommandRefusal extends Error {
  readonly exitCode: number;

  constructor(message: string, { exitCode = 1, cause }: { exitCode?: number; cause?: unknown } = {}) {
    super(message, { cause });
    this.exitCode = exitCode;
  }
}
