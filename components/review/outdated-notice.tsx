import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useMemo } from "react";
import { describeChanges } from "../../core/comparison/describe-changes.ts";
import type { Graph } from "../../core/workflow/graph.ts";
import type { Op } from "../../core/workflow/op.ts";
import { rebaseBatches } from "../../core/workflow/rebase-batches.ts";
import type { Side } from "../../core/workflow/merge-graphs.ts";
import { toastFailed } from "../shell/toast.tsx";
import { changeSummary } from "./change-summary.ts";
import { ConflictDialog } from "./conflict-dialog.tsx";
import classes from "./outdated-notice.module.css";

interface OutdatedNoticeProps {
  /** What one's own changes began from. */
  base: Graph;
  batches: Op[][];
  newest: { number: number; createdByName: string; graph: Graph };
  /** Goes on with the newest revision, with one's own changes on top; null where there are none. */
  onGoOn(batches: Op[][] | null): void;
  /** Leaves one's own changes out for good, where that can be done from here. */
  onLeaveOut?: () => void;
}

/** Says what somebody saved meanwhile, that one's own changes are kept, and how to go on: what both changed is chosen, never overwritten. */
export function OutdatedNotice({ base, batches, newest, onGoOn, onLeaveOut }: OutdatedNoticeProps) {
  const [isChoosing, choosing] = useDisclosure(false);
  const graphs = useMemo(() => ({ base, theirs: newest.graph, batches }), [base, newest.graph, batches]);
  const { conflicts } = useMemo(() => rebaseBatches(graphs), [graphs]);
  const summary = useMemo(() => changeSummary(describeChanges(base, newest.graph)), [base, newest.graph]);
  const count = batches.length;
  const goOn = (choices: ReadonlyMap<string, Side>) => {
    const rebased = rebaseBatches(graphs, choices);
    if (rebased.lost.length > 0) toastFailed(rebased.lost.length === 1 ? "1 change doesn’t fit any more" : `${rebased.lost.length} changes don’t fit any more`, rebased.lost.join(" "));
    onGoOn(count === 0 ? null : rebased.batches);
  };
  return (
    <div className={classes.notice} role="alert">
      <IconAlertTriangle size={16} stroke={1.75} aria-hidden="true" />
      <p>
        <bdi>{newest.createdByName}</bdi> saved revision {newest.number}
        {summary === "" ? "" : `: ${summary}`}.{" "}
        {count > 0 && `Your ${count === 1 ? "change" : `${count} changes`} to an older one ${count === 1 ? "is" : "are"} kept as your draft${conflicts.length === 0 ? "." : `; ${conflicts.length === 1 ? "one place was" : `${conflicts.length} places were`} changed by both of you.`}`}
      </p>
      <Button size="xs" onClick={conflicts.length === 0 ? () => goOn(new Map()) : choosing.open}>
        {count > 0 ? `Try my changes on revision ${newest.number}` : `Open revision ${newest.number}`}
      </Button>
      {onLeaveOut !== undefined && (
        <Button size="xs" variant="subtle" onClick={onLeaveOut}>
          Leave them out
        </Button>
      )}
      <ConflictDialog
        title="Changed by both of you"
        conflicts={conflicts}
        sides={{ mine: "Yours", theirs: `${newest.createdByName}’s, revision ${newest.number}` }}
        graph={newest.graph}
        isOpen={isChoosing}
        onClose={choosing.close}
        onChosen={(choices) => {
          choosing.close();
          goOn(choices);
        }}
      />
    </div>
  );
}
