import { ActionIcon, TextInput, Tooltip } from "@mantine/core";
import { Panel, useReactFlow, useStore } from "@xyflow/react";
import { IconArrowsMaximize, IconLayoutGrid, IconMinus, IconPlus, IconSearch } from "@tabler/icons-react";
import { memo, useState, type ReactNode } from "react";
import type { Graph } from "../../core/workflow/graph.ts";
import { useKeyBinding } from "../shell/keyboard.tsx";
import { toastFailed } from "../shell/toast.tsx";
import classes from "./canvas-controls.module.css";
import { useGraphView } from "./graph-view.ts";
import { tidyLayout } from "./tidy-layout.ts";

interface CanvasControlsProps {
  graph: Graph;
  selectedId: string | null;
  onSelect(id: string | null): void;
  /** Left out where nodes can't be moved. */
  onTidy?: ((positions: Graph["layout"]) => void) | undefined;
  children?: ReactNode;
}

/** Zoom, fit, search and tidy, in the corner of the canvas. */
export const CanvasControls = memo(function CanvasControls({ graph, selectedId, onSelect, onTidy, children }: CanvasControlsProps) {
  const { zoomIn, zoomOut } = useReactFlow();
  const { fit } = useGraphView();
  const zoom = useStore(({ transform }) => Math.round(transform[2] * 100));
  const [isTidying, setTidying] = useState(false);
  const tidy = async () => {
    setTidying(true);
    try {
      onTidy?.(await tidyLayout(graph));
      requestAnimationFrame(fit);
    } catch {
      toastFailed("The graph could not be laid out", "Its nodes stay where they are. Reload the page, then try again.");
    }
    setTidying(false);
  };
  useKeyBinding({ keys: ["0"], label: "Fit the graph into view", group: "This page", run: fit });
  return (
    <Panel position="bottom-left" className={classes.panel}>
      <div className={classes.group}>
        <ControlButton label="Zoom out" icon={IconMinus} run={() => void zoomOut()} />
        <span className={classes.zoom}>{zoom} %</span>
        <ControlButton label="Zoom in" icon={IconPlus} run={() => void zoomIn()} />
        <ControlButton label="Fit into view" icon={IconArrowsMaximize} run={fit} />
        {onTidy !== undefined && <ControlButton label="Tidy: lay all nodes out again" icon={IconLayoutGrid} run={() => void tidy()} isBusy={isTidying} />}
      </div>
      {children !== undefined && <div className={classes.group}>{children}</div>}
      <NodeSearch graph={graph} selectedId={selectedId} onSelect={onSelect} />
    </Panel>
  );
});

/** One small button with its name on hover. */
export function ControlButton({ label, icon: Mark, run, isBusy = false, isOff = false }: { label: string; icon: typeof IconPlus; run: () => void; isBusy?: boolean; isOff?: boolean }) {
  return (
    <Tooltip label={label}>
      <ActionIcon aria-label={label} onClick={run} loading={isBusy} disabled={isOff}>
        <Mark size={14} stroke={1.9} />
      </ActionIcon>
    </Tooltip>
  );
}

/** Finds nodes by their title; Enter goes to the next one. */
function NodeSearch({ graph, selectedId, onSelect }: Pick<CanvasControlsProps, "graph" | "selectedId" | "onSelect">) {
  const [text, setText] = useState("");
  const [field, setField] = useState<HTMLInputElement | null>(null);
  useKeyBinding({ keys: ["/"], label: "Search for a node", group: "This page", run: () => field?.focus() });
  const found = text.trim() === "" ? [] : graph.nodes.filter(({ title, id }) => `${title} ${id}`.toLowerCase().includes(text.trim().toLowerCase()));
  const next = () => {
    const at = found.findIndex(({ id }) => id === selectedId);
    const node = found[(at + 1) % found.length];
    if (node === undefined) return;
    onSelect(node.id);
  };
  return (
    <TextInput
      ref={setField}
      size="xs"
      className={classes.search}
      aria-label="Search for a node"
      placeholder="Find a node"
      leftSection={<IconSearch size={14} stroke={1.9} />}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === "Enter") next();
        if (event.key === "Escape") field?.blur();
        event.stopPropagation();
      }}
      rightSection={text === "" ? undefined : <span className={classes.found}>{found.length}</span>}
    />
  );
}
