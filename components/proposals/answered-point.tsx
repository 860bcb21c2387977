"use client";

import { Button } from "@mantine/core";
import { IconAlertTriangle, IconCheck, IconMessage, IconPencil } from "@tabler/icons-react";
import type { Point } from "../../core/proposal/point.ts";
import { useAnnotationRoom } from "../annotations/annotation-room.tsx";
import { useAnnotate } from "../annotations/use-annotate.ts";
import { severityIcons } from "../parts/finding-frame.tsx";
import classes from "./change-card.module.css";

/** What a change answers, in a line; a comment can be gone to, and resolved once its change was accepted. */
export function AnsweredPoint({ point, mayResolve }: { point: Point; mayResolve: boolean }) {
  if (point.type === "remark") return <AnsweredRemark point={point} mayResolve={mayResolve} />;
  const Mark = point.type === "wish" ? IconPencil : (severityIcons[point.severity] ?? IconAlertTriangle);
  return (
    <li className={classes.point}>
      <Mark size={14} stroke={1.9} aria-hidden="true" />
      <span>{pointText(point)}</span>
      {point.type === "finding" && <code>{point.ruleId}</code>}
    </li>
  );
}

function AnsweredRemark({ point, mayResolve }: { point: Extract<Point, { type: "remark" }>; mayResolve: boolean }) {
  const room = useAnnotationRoom();
  const { resolve, isResolving } = useAnnotate(room?.workflowId ?? "");
  const placed = room?.threads.find(({ thread }) => thread.id === point.annotationId);
  const isResolved = placed?.thread.resolved != null;
  return (
    <li className={classes.point}>
      <IconMessage size={14} stroke={1.9} aria-hidden="true" />
      {placed === undefined ? (
        <span>{pointText(point)}</span>
      ) : (
        <button type="button" className={classes.go} onClick={() => room?.open(placed)}>
          {pointText(point)}
        </button>
      )}
      {isResolved && <span className={classes.resolved}>resolved</span>}
      {mayResolve && placed !== undefined && !isResolved && (
        <Button size="xs" variant="subtle" leftSection={<IconCheck size={14} stroke={1.9} />} loading={isResolving} onClick={() => resolve({ annotationId: point.annotationId, isResolved: true })}>
          Resolve the comment
        </Button>
      )}
    </li>
  );
}

/** A point in words: whose comment on what, what a check said, what was wished. */
export function pointText(point: Point): string {
  if (point.type === "finding") return point.message;
  if (point.type === "wish") return point.text === "" ? "To be written anew" : `Asked besides: “${point.text}”`;
  const [first] = point.said;
  return `${first?.by ?? ""} on ${point.targetName}: “${first?.text ?? ""}”`;
}
