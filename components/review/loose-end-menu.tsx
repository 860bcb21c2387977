import type { NodeKind } from "../../core/workflow/node.ts";
import type { LooseEnd } from "../canvas/graph-canvas.tsx";
import { AddNodeMenu } from "./add-node-menu.tsx";

/** The palette where a line was let go: what is chosen stands there, joined to where the line began. */
export function LooseEndMenu({ end, onAdd, onClose }: { end: LooseEnd; onAdd: (kind: NodeKind) => void; onClose: () => void }) {
  return (
    <AddNodeMenu onAdd={onAdd} onClose={onClose} isOpened>
      <span style={{ position: "fixed", left: end.screen.x, top: end.screen.y }} />
    </AddNodeMenu>
  );
}
