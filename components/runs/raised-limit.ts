import type { Wait } from "../../core/run/wait.ts";

/** A limit that somebody is about to raise: what the answer carries, and what the field shows of it. */
export interface RaisedLimit {
  label: string;
  description: string;
  /** In the unit of the wait: micro-USD for cost, counts otherwise. */
  value: number;
  /** In the unit that people read: dollars for cost. */
  shown: number;
  min: number;
  decimals: number;
  withShown(shown: number): RaisedLimit;
}

const labels = { tokens: "New limit, tokens", cost: "New limit, dollars", minutes: "New limit, minutes", agents: "New limit, agents" } as const;
/** What is proposed: room for a few more calls, and half as much again as was allowed. */
const [growth, calls] = [1.5, 4];

/** What to propose where a limit was reached; null where none was. */
export function raiseOf(wait: Wait): RaisedLimit | null {
  if (wait.kind === "items-over-limit") return raised({ label: "New limit, items", min: wait.count, value: wait.count, unit: 1, decimals: 0 });
  if (wait.kind !== "budget") return null;
  const unit = wait.limit === "cost" ? 1_000_000 : 1;
  const least = Math.ceil(wait.used + wait.wanted);
  const value = roundedUp(Math.max(wait.used + calls * wait.wanted, wait.allowed * growth));
  return raised({ label: labels[wait.limit], min: least, value, unit, decimals: wait.limit === "cost" ? 2 : 0 });
}

function raised({ label, min, value, unit, decimals }: { label: string; min: number; value: number; unit: number; decimals: number }): RaisedLimit {
  return {
    label,
    description: `At least ${(Math.ceil((min / unit) * 10 ** decimals) / 10 ** decimals).toLocaleString("en")}, or it waits again at once.`,
    value,
    shown: value / unit,
    min: Math.ceil((min / unit) * 10 ** decimals) / 10 ** decimals,
    decimals,
    withShown: (shown) => ({ ...raised({ label, min, value, unit, decimals }), value: Math.round(shown * unit), shown }),
  };
}

/** To two digits, as people choose limits. */
function roundedUp(value: number): number {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(value)) - 1);
  return Math.ceil(value / step) * step;
}
