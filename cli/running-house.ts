/** Whether web and worker of this data folder run already; scripts/cli.mjs knows, as it looked at the lock. */
export function isHouseRunning(): boolean {
  return process.env.COUNTERSIGN_IS_RUNNING === "yes";
}
