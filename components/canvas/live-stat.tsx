import { use } from "react";
import { Elapsed } from "../parts/elapsed.tsx";
import { itemText } from "../parts/item-text.ts";
import { moneyText } from "../parts/number-text.ts";
import { StatusMark } from "../parts/status-mark.tsx";
import classes from "./live-stat.module.css";
import type { ZoomLevel } from "./zoom-level.tsx";
import { LiveNodesContext, type LiveNode } from "./live-node.ts";

/** The foot of a card in a run: how it stands, what it cost, how long it took. */
export function LiveStat({ live, level = "card" }: { live: LiveNode; level?: ZoomLevel }) {
  const { status, total, counts, costMicroUsd, startedAt, endedAt } = live;
  const hasCost = level === "card" && (costMicroUsd ?? 0) > 0;
  // Beside a count there is no room for both.
  const isCounting = total > 1;
  return (
    <div className={classes.stat} data-status={status} data-level={level}>
      <StatusMark status={status} size="s" />
      {isCounting && (
        <b className={classes.count}>
          {(counts.completed ?? 0) + (counts.failed ?? 0)}/{total}
        </b>
      )}
      <span className={classes.end}>
        {hasCost && moneyText(costMicroUsd)}
        {hasCost && !isCounting && " · "}
        {!(hasCost && isCounting) && <Elapsed from={startedAt} to={endedAt} />}
      </span>
    </div>
  );
}

/** How many of a container's items are done, failed, in flight and left out, as one bar. */
export function LiveBar({ live: { counts, total } }: { live: LiveNode }) {
  if (total === 0) return <span className={classes.bar} />;
  const share = (count: number | undefined) => `${((count ?? 0) / total) * 100}%`;
  return (
    <span className={classes.bar}>
      <span data-part="done" style={{ width: share(counts.completed) }} />
      <span data-part="failed" style={{ width: share(counts.failed) }} />
      <span data-part="running" style={{ width: share((counts.running ?? 0) + (counts.waiting ?? 0)) }} />
      <span data-part="skipped" style={{ width: share(counts.skipped) }} />
    </span>
  );
}

const worstFirst = ["failed", "waiting", "running", "canceled", "completed", "skipped", "pending"] as const;
const shownItems = 4;

/** A container's items in place of its body: what failed first, then what is in flight. */
export function LiveItems({ live }: { live: LiveNode }) {
  const items = (live.items ?? []).toSorted((a, b) => worstFirst.indexOf(a.status) - worstFirst.indexOf(b.status));
  return (
    <ul className={classes.items}>
      {items.slice(0, shownItems).map(({ key, status, startedAt, endedAt }) => (
        <li key={key}>
          <StatusMark status={status} size="s">
            <span className={classes.key} title={itemText(key)}>
              {itemText(key).split("/").at(-1)}
            </span>
          </StatusMark>
          <span className={classes.end}>
            <Elapsed from={startedAt} to={endedAt} />
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Whether containers show their items. */
export function useIsExpanded(): boolean {
  return use(LiveNodesContext)?.isExpanded ?? false;
}
