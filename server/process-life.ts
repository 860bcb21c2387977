import { flushCompileCache } from "node:module";

/** What a process tells the supervisor that started it. */
export type LifeSign = { status: "ready"; url?: string } | { status: "refused"; message: string };

const leaveWithinMs = 4_000;

/** Tells the supervisor, if one listens. */
export function tellSupervisor(sign: LifeSign): Promise<void> {
  // Otherwise only a process that ends in order leaves what it compiled to the next one.
  flushCompileCache();
  return new Promise((resolve) => {
    if (process.send === undefined) resolve();
    else process.send(sign, undefined, undefined, () => resolve());
  });
}

/** Ends the process because it can't start: one sentence to the supervisor, or to the terminal without one. */
export async function refuseStart(message: string): Promise<never> {
  if (process.send === undefined) console.error(message);
  await tellSupervisor({ status: "refused", message });
  process.exit(1);
}

/**
 * Leaves in order when asked to, or when the supervisor is gone: the channel to it closes with it, also by kill -9.
 * @param close ends what the process holds; it is given a few seconds.
 */
export function leaveWithSupervisor(close: () => Promise<void>): void {
  let isLeaving = false;
  const leave = () => {
    if (isLeaving) return;
    isLeaving = true;
    setTimeout(() => process.exit(1), leaveWithinMs).unref();
    close().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error("Leaving was not clean:", error);
        process.exit(1);
      },
    );
  };
  process.on("SIGTERM", leave);
  process.on("SIGINT", leave);
  process.on("disconnect", leave);
}
