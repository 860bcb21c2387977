import Link from "next/link";
import { Box } from "../parts/box.tsx";
import classes from "./item-table.module.css";
import { runAddress } from "./run-address.ts";
import type { Evidence } from "./use-evidence.ts";

/** For each map: how many items went in, how many results came out, and the items without one by name. */
export function ItemTable({ runId, evidence: { items } }: { runId: string; evidence: Evidence }) {
  if (items.length === 0) return null;
  return (
    <Box title="Items" aside="in and out of every map">
      <ul>
        {items.map(({ stepId, title, keys, without }) => (
          <li key={stepId} className={classes.line}>
            <Link href={runAddress(runId, { step: stepId })}>{title}</Link>
            <span className={classes.count} data-short={without.length > 0 || undefined}>
              {keys.length} in, {keys.length - without.length} out
            </span>
            {without.length > 0 && <span className={classes.without}>Without a result: {without.join(", ")}</span>}
          </li>
        ))}
      </ul>
    </Box>
  );
}
