import type { LimitName } from "./run-limit.ts";

const count = (value: number) => value.toLocaleString("en", { maximumFractionDigits: 1 });

/** An amount of what a brief limits, as people read it. */
export const limitText: Record<LimitName, (value: number) => string> = {
  tokens: (value) => `${count(value)} tokens`,
  cost: (value) => `$${(value / 1_000_000).toLocaleString("en", { minimumFractionDigits: 2, maximumFractionDigits: value < 100_000 ? 6 : 2 })}`,
  minutes: (value) => (value > 0 && value < 0.1 ? "under 0.1 minutes" : `${count(value)} ${value === 1 ? "minute" : "minutes"}`),
  agents: (value) => `${count(value)} ${value === 1 ? "agent" : "agents"}`,
};
