"use client";

import { Splitter } from "@mantine/core";
import { useLocalStorage } from "@mantine/hooks";
import { useMemo, type ReactNode } from "react";
import type { Brief } from "../../core/brief/brief.ts";
import type { Fix } from "../../core/preflight/finding.ts";
import type { PreflightReport } from "../../core/preflight/preflight.ts";
import type { OpOutcome } from "../../core/workflow/apply-op.ts";
import type { Graph } from "../../core/workflow/graph.ts";
import type { NodeKind } from "../../core/workflow/node.ts";
import type { Op } from "../../core/workflow/op.ts";
import { AnnotationRoomProvider, useAnnotationRoom } from "../annotations/annotation-room.tsx";
import { FoldedPartsProvider } from "../canvas/folded-parts.tsx";
import { GraphCanvas, type Growth, type LooseEnd } from "../canvas/graph-canvas.tsx";
import type { ProposalView } from "../proposals/revision-room.tsx";
import { useIsPhone } from "../parts/use-is-phone.ts";
import type { AskedCheck } from "./check-plan.ts";
import { useFixPreview } from "./fix-preview.tsx";
import { Inspector } from "./inspector.tsx";
import { Outline } from "./outline.tsx";
import { PickedPanel } from "./picked-panel.tsx";
import { PhoneWorkbench } from "./phone-workbench.tsx";
import { PlanPanel } from "./plan-panel.tsx";
import { SidePanel } from "./side-panel.tsx";
import type { Picked } from "./use-picked.ts";
import { TypedPlaces } from "./typed-place.tsx";
import classes from "./workbench.module.css";

/** What one may do to the graph. */
export interface WorkbenchEdit {
  apply(ops: Op[]): OpOutcome;
  connect(from: string, to: string): void;
  move(positions: Graph["layout"]): void;
  /** @param isReconnected whether what led to them leads on to what followed them. */
  remove(nodeIds: readonly string[], isReconnected?: boolean): void;
  fix(fix: Fix): void;
  duplicate(nodeIds: readonly string[]): void;
  copy(nodeIds: readonly string[]): void;
  wrap(nodeIds: readonly string[], kind: "map" | "loop"): void;
  insert(edgeId: string, kind: NodeKind): void;
  /** Asks what to put where a line was let go. */
  extend(end: LooseEnd): void;
}

export interface WorkbenchProps {
  workflowId: string;
  /** On screen; null while the plan is being written. */
  revision: number | null;
  graph: Graph;
  brief: Brief;
  report: PreflightReport;
  /** What is known of the installation; null while the plan is being written. */
  examined: AskedCheck["examined"];
  selectedId: string | null;
  onSelect(id: string | null): void;
  /** Left out where only one node can be selected. */
  picked?: Picked | undefined;
  /** Left out once nothing more is being written. */
  growth?: Growth | undefined;
  edit?: WorkbenchEdit | undefined;
  /** What a model would change, while that is looked at. */
  proposal?: ProposalView | null;
  head: ReactNode;
  history: ReactNode;
  /** What a model thinks of the plan, or how to ask one; left out while it is written. */
  critic?: ReactNode;
  /** Stands in the corner of the canvas beside zoom and search. */
  tools?: ReactNode;
  bar: ReactNode;
}

type Sizes = NonNullable<Parameters<typeof Splitter>[0]["sizes"]>;

/** The page of a plan: outline left, graph in the middle, one node in full on the right, decisions below. */
export function Workbench(props: WorkbenchProps) {
  const isPhone = useIsPhone();
  const { workflowId, revision, graph, brief, report, selectedId, onSelect } = props;
  const surface = useMemo(() => ({ graph, brief, findings: report.findings }), [graph, brief, report.findings]);
  return (
    <AnnotationRoomProvider workflowId={workflowId} revision={revision} surface={surface} selectedId={selectedId} onSelect={onSelect}>
      <div className={classes.page}>
        {props.head}
        <div className={classes.work}>
          <TypedPlaces workflowId={workflowId}>
            <FoldedPartsProvider graph={graph} selectedId={selectedId}>
              {isPhone ? <PhoneWorkbench {...props} /> : <DeskWorkbench {...props} />}
            </FoldedPartsProvider>
          </TypedPlaces>
        </div>
        {props.bar}
      </div>
    </AnnotationRoomProvider>
  );
}

function DeskWorkbench({ graph, brief, report, examined, selectedId, onSelect, picked, growth, edit, proposal = null, history, critic, tools }: WorkbenchProps) {
  const [sizes, setSizes] = useLocalStorage<Sizes>({ key: "countersign.workbench", defaultValue: ["256px", 100, "336px"] });
  const node = graph.nodes.find(({ id }) => id === selectedId);
  const comments = useAnnotationRoom()?.counts;
  const { preview, tried } = useFixPreview({ graph, brief, report, examined, apply: edit?.fix });
  const overlay = proposal?.overlay ?? null;
  const own = {
    graph: overlay?.graph ?? graph,
    findings: report.findings,
    selectedId,
    onSelect,
    growth,
    ...(picked === undefined ? {} : { picked: picked.ids, onPick: picked.pick }),
    ...(comments === undefined ? {} : { comments }),
    ...(overlay === null ? {} : { differences: overlay.differences }),
    ...(edit === undefined || overlay !== null ? {} : { edit }),
  };
  const shown = tried?.canvas ?? own;
  return (
    <Splitter sizes={sizes} onSizeChange={setSizes} className={classes.splitter} lineSize={1} withHandle={false}>
      <Splitter.Pane defaultSize="256px" min="200px" max="480px" className={classes.pane}>
        <SidePanel graph={graph} brief={brief} report={report} selectedId={selectedId} onSelect={onSelect} history={history} critic={critic} onFix={preview}>
          <Outline graph={graph} findings={report.findings} {...(comments === undefined ? {} : { comments })} selectedId={selectedId} onSelect={onSelect} picked={picked} ghost={growth?.ghost} />
        </SidePanel>
      </Splitter.Pane>
      <Splitter.Pane defaultSize={100} min={20} className={classes.pane}>
        <GraphCanvas requirements={brief.requirements} {...shown}>
          {tried === null && tools}
        </GraphCanvas>
      </Splitter.Pane>
      <Splitter.Pane defaultSize="336px" min="260px" max="640px" className={classes.pane}>
        {tried?.panel ??
          proposal?.panel ??
          (picked !== undefined && picked.ids.size > 1 ? (
            <PickedPanel ids={picked.ids} graph={graph} onPick={picked.pick} edit={edit} />
          ) : node === undefined ? (
            <PlanPanel graph={graph} edit={edit} />
          ) : (
            <Inspector
              node={node}
              graph={graph}
              brief={brief}
              findings={report.findings.filter(({ target }) => target.type === "node" && target.id === node.id)}
              onSelect={onSelect}
              edit={edit}
              onFix={preview}
            />
          ))}
      </Splitter.Pane>
    </Splitter>
  );
}
