"use client";

import { Button } from "@mantine/core";
import { IconPencil } from "@tabler/icons-react";
import { useState } from "react";
import type { Graph } from "../../core/workflow/graph.ts";
import { drop, useKeptPlace } from "../shell/kept-value.ts";
import { labelOf } from "./field-shape.ts";
import { keptTypings, type KeptTyping } from "./kept-typing.ts";
import classes from "./outdated-notice.module.css";

/** So much of a text is shown before it is opened, in UTF-16 code units. */
const shownLength = 120;

/** Says what was typed and became no change, when the page is opened: what stands in no form on screen would seem to be lost. */
export function TypedNotice({ workflowId, graph, selectedId, onSelect }: { workflowId: string; graph: Graph; selectedId: string | null; onSelect(id: string | null): void }) {
  const place = useKeptPlace(`typed.${workflowId}`);
  const [found, setFound] = useState(() => keptTypings(place, storedItems()).filter(({ nodeId }) => nodeId !== selectedId));
  const without = ({ key }: KeptTyping) => setFound((earlier) => earlier.filter((one) => one.key !== key));
  return found.map((typing) => {
    const { key, nodeId, fieldName, text } = typing;
    const node = graph.nodes.find(({ id }) => id === nodeId);
    return (
      <div key={key} className={classes.notice} role="status">
        <IconPencil size={16} stroke={1.75} aria-hidden="true" />
        <p>
          Typed before and not yet a change, in {nodeId === null ? "the plan" : (node?.title ?? "a node that is gone")}, {labelOf(fieldName)}: <q>{text.length > shownLength ? `${text.slice(0, shownLength)}…` : text}</q>
        </p>
        {(nodeId === null || node !== undefined) && (
          <Button
            size="xs"
            onClick={() => {
              without(typing);
              onSelect(nodeId);
            }}
          >
            Go on typing
          </Button>
        )}
        <Button
          size="xs"
          onClick={() => {
            drop(key);
            without(typing);
          }}
        >
          Leave it out
        </Button>
      </div>
    );
  });
}

function storedItems(): [string, string][] {
  try {
    return Object.entries(localStorage).map(([key, value]) => [key, String(value)]);
  } catch {
    return [];
  }
}
