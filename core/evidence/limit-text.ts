import type { LimitName } from "./run-limit.ts";

const count = (value: number) => value.toLocaleString("en", { maximumFractionDigits: 1 });
/** By what is read: "1 minute", also of 1.04. */
const counted = (value: number, noun: string) => (count(value) === "1" ? `1 ${noun}` : `${count(value)} ${noun}s`);

/** An amount of what a brief limits, as people read it. */
export const limitText: Record<LimitName, (value: number) => string> = {
  tokens: (value) => counted(value, "token"),
  cost: (value) => `$${(value / 1_000_000).toLocaleString("en", { minimumFractionDigits: 2, maximumFractionDigits: value < 100_000 ? 6 : 2 })}`,
  minutes: (value) => (value > 0 && value < 1 ? counted(Math.max(1, Math.floor(value * 60)), "second") : counted(value, "minute")),
  agents: (value) => counted(value, "agent"),
};
