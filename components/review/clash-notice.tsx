import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconAlertTriangle } from "@tabler/icons-react";
import type { Graph } from "../../core/workflow/graph.ts";
import type { MergeConflict, Side } from "../../core/workflow/merge-graphs.ts";
import { ConflictDialog } from "./conflict-dialog.tsx";
import classes from "./outdated-notice.module.css";

/** Says that one changed the same places in two tabs or browsers, and lets one choose. */
export function ClashNotice({ conflicts, graph, onChosen }: { conflicts: readonly MergeConflict[]; graph: Graph; onChosen(choices: ReadonlyMap<string, Side>): void }) {
  const [isChoosing, choosing] = useDisclosure(false);
  return (
    <div className={classes.notice} role="alert">
      <IconAlertTriangle size={16} stroke={1.75} aria-hidden="true" />
      <p>
        You changed {conflicts.length === 1 ? "one place" : `${conflicts.length} places`} of this draft in another tab or browser too. Nothing is lost: both are kept until you choose.
      </p>
      <Button size="xs" onClick={choosing.open}>
        Choose
      </Button>
      <ConflictDialog
        title="Changed in two places"
        conflicts={conflicts}
        sides={{ mine: "Here", theirs: "In the other tab" }}
        graph={graph}
        isOpen={isChoosing}
        onClose={choosing.close}
        onChosen={(choices) => {
          choosing.close();
          onChosen(choices);
        }}
      />
    </div>
  );
}
