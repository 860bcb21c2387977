import { Button } from "@mantine/core";
import { IconWand } from "@tabler/icons-react";
import { useEffect, useMemo, useRef, useState, type ReactNode } from "react";
import { overlayGraphs, type Overlay } from "../../core/comparison/overlay-graphs.ts";
import type { Fix, Severity } from "../../core/preflight/finding.ts";
import type { PreflightReport } from "../../core/preflight/preflight.ts";
import { applyOps } from "../../core/workflow/apply-op.ts";
import type { Graph } from "../../core/workflow/graph.ts";
import type { GraphCanvas } from "../canvas/graph-canvas.tsx";
import { ChangeList } from "../comparison/change-list.tsx";
import { useAnnounce } from "../shell/announcer.tsx";
import { useKeyBinding } from "../shell/keyboard.tsx";
import type { AskedCheck } from "./check-plan.ts";
import classes from "./fix-preview.module.css";
import { usePlanReport } from "./use-plan-report.ts";

interface TriedFix {
  /** What the canvas draws: both plans as one, everything where it stood. */
  canvas: Pick<Parameters<typeof GraphCanvas>[0], "graph" | "findings" | "differences" | "selectedId" | "onSelect">;
  /** What would change, in words, and the decision. */
  panel: ReactNode;
}

interface FixPreviewOptions extends AskedCheck {
  report: PreflightReport;
  apply: ((fix: Fix) => void) | undefined;
}

/**
 * Shows what a fix would change before it is applied: on the graph, where everything keeps its place, and in words.
 * A preview ends with the graph it was made of: whatever is edited meanwhile closes it.
 */
export function useFixPreview({ graph, brief, examined, report, apply }: FixPreviewOptions): { preview: ((fix: Fix) => void) | undefined; tried: TriedFix | null } {
  const [asked, setAsked] = useState<{ fix: Fix; of: Graph; fixed: Graph } | null>(null);
  const [selectedId, setSelectedId] = useState<string | null>(null);
  const announce = useAnnounce();
  const current = asked?.of === graph ? asked : null;
  const fixed = current?.fixed ?? null;
  const overlay = useMemo(() => (fixed === null ? null : keepPlaces(overlayGraphs(graph, fixed), graph)), [graph, fixed]);
  const checked = usePlanReport(fixed === null ? null : { graph: fixed, brief, examined });
  if (apply === undefined) return { preview: undefined, tried: null };
  const preview = (fix: Fix) => {
    const outcome = applyOps(graph, fix.ops);
    // What doesn't fit any more is refused with its reason where ops are applied.
    if (!outcome.ok) return apply(fix);
    const [first = null] = overlayGraphs(graph, outcome.graph).changes.flatMap(({ part }) => (part.type === "node" ? [part.id] : part.type === "edge" ? [part.to] : []));
    setSelectedId(first);
    setAsked({ fix, of: graph, fixed: outcome.graph });
    announce(`Preview: ${fix.title}. Nothing is changed yet.`);
  };
  if (current === null || overlay === null) return { preview, tried: null };
  const { fix } = current;
  const after = checked?.of === fixed ? checked.report : null;
  const close = () => setAsked(null);
  return {
    preview,
    tried: {
      canvas: { graph: overlay.graph, findings: [], differences: overlay.differences, selectedId, onSelect: setSelectedId },
      panel: (
        <PreviewPanel key={fix.title} title={fix.title} balance={after === null ? "Checking …" : balanceWords(report, after)} onApply={() => apply(fix)} onClose={close}>
          <ChangeList changes={overlay.changes} reports={{ before: report, after: after ?? report }} selectedId={selectedId} onSelect={setSelectedId} />
        </PreviewPanel>
      ),
    },
  };
}

interface PreviewPanelProps {
  title: string;
  balance: string;
  onApply(): void;
  onClose(): void;
  children: ReactNode;
}

function PreviewPanel({ title, balance, onApply, onClose, children }: PreviewPanelProps) {
  const applyButton = useRef<HTMLButtonElement>(null);
  useEffect(() => applyButton.current?.focus(), []);
  useKeyBinding({ keys: ["Escape"], label: "Close the preview", group: "This page", run: onClose });
  return (
    <section className={classes.panel} aria-label={`Preview: ${title}`}>
      <header className={classes.head}>
        <p className={classes.kind}>Preview of a fix</p>
        <h2>{title}</h2>
        <p className={classes.balance}>{balance}</p>
        <div className={classes.actions}>
          <Button ref={applyButton} variant="filled" leftSection={<IconWand size={14} stroke={1.9} />} onClick={onApply}>
            Apply
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </div>
      </header>
      <div className={classes.changes}>{children}</div>
      <p className={classes.foot}>Nothing is changed yet. Once applied, it can be undone like any edit.</p>
    </section>
  );
}

/** The canvas knows where everything stands already. */
const keepPlaces = (overlay: Overlay, { layout }: Graph): Overlay => ({ ...overlay, graph: { ...overlay.graph, layout } });

const severities = [["error", "Errors"], ["warning", "Warnings"], ["note", "Notes"]] as const;

/** How many findings a fix takes away and brings: one that brings more than it takes is to be seen as such. */
function balanceWords(before: PreflightReport, after: PreflightReport): string {
  const countIn = ({ findings }: PreflightReport, severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
  const changed = severities.flatMap(([severity, words]) => {
    const [earlier, later] = [countIn(before, severity), countIn(after, severity)];
    return earlier === later ? [] : [`${words} ${earlier} → ${later}`];
  });
  return changed.length === 0 ? "As many findings as before." : changed.join(" · ");
}
