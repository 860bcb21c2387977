"use client";

import { Button } from "@mantine/core";
import { IconTable } from "@tabler/icons-react";
import { useState } from "react";
import type { Requirement } from "../../core/brief/brief.ts";
import type { Graph } from "../../core/workflow/graph.ts";
import { useAnnotationRoom } from "../annotations/annotation-room.tsx";
import { CommentButton } from "../annotations/comment-button.tsx";
import { CommentPin } from "../canvas/pins.tsx";
import { RequirementMark } from "../canvas/requirement-mark.tsx";
import { CoverageMatrix } from "./coverage-matrix.tsx";
import classes from "./requirement-list.module.css";

/** Which nodes cover each requirement of a plan. */
export function coverageOf({ nodes }: Graph, requirements: readonly Requirement[]) {
  return requirements.map((requirement) => ({ requirement, nodes: nodes.filter(({ covers }) => covers.includes(requirement.id)) }));
}

/** What the answer must cover, and how many nodes are there for it; choosing one goes on to the next of its nodes. */
export function RequirementList({ graph, requirements, selectedId, onSelect }: {
  graph: Graph;
  requirements: readonly Requirement[];
  selectedId: string | null;
  onSelect(id: string): void;
}) {
  const comments = useAnnotationRoom()?.counts;
  const [isMatrixOpen, setMatrixOpen] = useState(false);
  if (requirements.length === 0) return <p className={classes.empty}>The brief names no requirements. Nothing tells whether the plan leaves a part out.</p>;
  return (
    <>
      {isMatrixOpen && <CoverageMatrix graph={graph} requirements={requirements} onSelect={onSelect} onClose={() => setMatrixOpen(false)} />}
      <ul>
        {coverageOf(graph, requirements).map(({ requirement: { id, text, isCritical }, nodes }) => {
          const next = nodes[(nodes.findIndex((node) => node.id === selectedId) + 1) % nodes.length];
          const open = comments?.get(`requirement ${id}`) ?? 0;
          return (
            <li key={id} className={classes.line}>
              <button type="button" className={classes.row} disabled={next === undefined} onClick={() => next && onSelect(next.id)} title={text}>
                <RequirementMark id={id} isCritical={isCritical} isMissing={nodes.length === 0} />
                <span className={classes.text} data-missing={nodes.length === 0 || undefined}>
                  {text}
                </span>
                <span className={classes.end} data-missing={nodes.length === 0 || undefined}>
                  {nodes.length === 0 ? "no node" : nodes.length === 1 ? "1 node" : `${nodes.length} nodes`}
                </span>
              </button>
              {open > 0 && <CommentPin count={open} />}
              <span className={classes.offer}>
                <CommentButton target={{ type: "requirement", id }} label={`Comment on ${id.toUpperCase()}`} />
              </span>
            </li>
          );
        })}
      </ul>
      {graph.nodes.length > 0 && (
        <Button size="xs" className={classes.matrix} leftSection={<IconTable size={14} stroke={1.9} />} onClick={() => setMatrixOpen(true)}>
          Show as a matrix
        </Button>
      )}
    </>
  );
}
