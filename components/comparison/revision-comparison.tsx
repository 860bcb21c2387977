"use client";

import { Button, SegmentedControl } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { IconRestore } from "@tabler/icons-react";
import Link from "next/link";
import { useMemo } from "react";
import { mayRole } from "../../core/access/permission.ts";
import { overlayGraphs } from "../../core/comparison/overlay-graphs.ts";
import type { PreflightReport } from "../../core/preflight/preflight.ts";
import { GraphCanvas } from "../canvas/graph-canvas.tsx";
import { useViewRead } from "../review/reading-log.tsx";
import { usePlanReport } from "../review/use-plan-report.ts";
import { useApi, type ApiOutput } from "../shell/api.ts";
import { useKeyBinding } from "../shell/keyboard.tsx";
import { useSignedInMember } from "../shell/signed-in-member.tsx";
import { toastDone, toastFailed } from "../shell/toast.tsx";
import { useSend } from "../shell/use-send.ts";
import { useUrlState } from "../shell/use-url-state.ts";
import { useIsPhone } from "../parts/use-is-phone.ts";
import { ChangeList } from "./change-list.tsx";
import { ComparisonHead } from "./comparison-head.tsx";
import { DefinitionDiff } from "./definition-diff.tsx";
import { EffectFigures } from "./effect-figures.tsx";
import classes from "./revision-comparison.module.css";
import { SavedBy } from "./saved-by.tsx";

type Description = NonNullable<ApiOutput["workflows"]["get"]>;
type Revision = NonNullable<ApiOutput["workflows"]["revision"]>;

/** Until the checks have answered. */
const nothingSaid: PreflightReport = { findings: [], notRun: [] };
const unchecked = { before: nothingSaid, after: nothingSaid };

/** Two revisions: drawn as one graph or written as text, and beside it what changed in words. */
export function RevisionComparison({ description, from, to }: { description: Description; from: Revision; to: Revision }) {
  const { workflow, brief, revision, revisions, examined } = description;
  useViewRead("comparison");
  const [params, changeUrl] = useUrlState();
  const isPhone = useIsPhone();
  const form = params.get("form") === "text" ? "text" : params.get("form") === "graph" || !isPhone ? "graph" : "list";
  const overlay = useMemo(() => overlayGraphs(from.graph, to.graph), [from.graph, to.graph]);
  const before = usePlanReport({ graph: from.graph, brief, examined })?.report ?? null;
  const after = usePlanReport({ graph: to.graph, brief, examined })?.report ?? null;
  const reports = before === null || after === null ? null : { before, after };
  const selectedId = params.get("node");
  const select = (id: string | null) => changeUrl({ node: id ?? "" });
  const parts = overlay.changes.flatMap(({ part }) => (part.type === "node" ? [part.id] : []));
  const step = (by: number) => select(parts.at((parts.indexOf(selectedId ?? "") + by + parts.length) % Math.max(1, parts.length)) ?? null);
  useKeyBinding({ keys: ["j"], label: "Next change", group: "This page", run: () => step(1) });
  useKeyBinding({ keys: ["k"], label: "Change before", group: "This page", run: () => step(-1) });
  const list = <ChangeList changes={overlay.changes} reports={reports ?? unchecked} selectedId={selectedId} onSelect={select} />;
  const figures = <EffectFigures from={from.graph} to={to.graph} brief={brief} reports={reports} examined={examined} />;
  return (
    <div className={classes.page}>
      <ComparisonHead workflow={workflow} revisions={revisions} from={from.number} to={to.number} changes={overlay.changes} onChoose={(choice) => changeUrl({ ...choice, node: "" })}>
        <SegmentedControl
          aria-label="How changes are shown"
          value={form}
          onChange={(value) => changeUrl({ form: value })}
          data={[...(isPhone ? [{ value: "list", label: "Changes" }] : []), { value: "graph", label: "Graph" }, { value: "text", label: "Text" }]}
        />
        {revision !== null && from.number !== revision.number && <RestoreButton workflowId={workflow.id} number={from.number} newest={revision.number} />}
        <Button component={Link} href={`/workflows/${workflow.id}`}>
          Review revision {revision?.number}
        </Button>
      </ComparisonHead>
      <div className={classes.work}>
        {form !== "list" && (
          <div className={classes.main}>
            {form === "text" ? (
              <DefinitionDiff from={from.canonicalText} to={to.canonicalText} />
            ) : (
              <GraphCanvas graph={overlay.graph} findings={[]} requirements={brief.requirements} differences={overlay.differences} selectedId={selectedId} onSelect={select} />
            )}
          </div>
        )}
        {(!isPhone || form === "list") && (
          <aside className={classes.side} aria-label="Changes">
            {figures}
            <SavedBy revisions={revisions} from={from.number} to={to.number} />
            {list}
          </aside>
        )}
      </div>
    </div>
  );
}

/** Makes the next revision of what an earlier one holds. */
function RestoreButton({ workflowId, number, newest }: { workflowId: string; number: number; newest: number }) {
  const api = useApi();
  const queryClient = useQueryClient();
  const me = useSignedInMember();
  const { send, isSending } = useSend(
    api.workflows.restore.mutationOptions({
      onSuccess: async (outcome) => {
        await queryClient.invalidateQueries({ queryKey: api.workflows.pathKey() });
        if (outcome.ok) return toastDone(outcome.number === newest ? `Revision ${newest} says the same already.` : `Restored revision ${number} as revision ${outcome.number}.`);
        toastFailed("Nothing was restored", outcome.reason === "outdated" ? `Revision ${outcome.newestRevision} was saved meanwhile. Look at it first, then restore again.` : "This revision is no longer there.");
      },
    }),
  );
  if (!mayRole(me.role, "workflow-write")) return null;
  return (
    <Button leftSection={<IconRestore size={14} stroke={1.9} />} loading={isSending} onClick={() => send({ workflowId, number, baseRevision: newest })}>
      Restore revision {number}
    </Button>
  );
}
