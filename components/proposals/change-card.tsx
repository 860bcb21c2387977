"use client";

import { Button } from "@mantine/core";
import { IconAlertTriangle, IconArrowBackUp, IconCheck, IconX } from "@tabler/icons-react";
import { useEffect, useRef } from "react";
import type { Change } from "../../core/comparison/describe-changes.ts";
import type { ChangeStanding } from "../../core/proposal/change-standing.ts";
import type { Point } from "../../core/proposal/point.ts";
import type { ProposedChange, Ruling } from "../../core/proposal/proposed-change.ts";
import { ChangeList } from "../comparison/change-list.tsx";
import { AnsweredPoint } from "./answered-point.tsx";
import classes from "./change-card.module.css";

interface ChangeCardProps {
  change: ProposedChange;
  standing: ChangeStanding;
  /** What it answers. */
  points: readonly Point[];
  /** What it does, in words. */
  parts: readonly Change[];
  isSelected: boolean;
  /** While nothing can be ruled on. */
  isOff: boolean;
  mayRevise: boolean;
  /** Whether no open change answers this any more. */
  isLastAnswer(ref: string): boolean;
  onAccept(): void;
  onRule(said: Ruling): void;
  onSelect(nodeId: string): void;
}

const unchecked = { findings: [], notRun: [] };

/** One proposed change: what it does, what it answers, and what became of it. */
export function ChangeCard({ change, standing, points, parts, isSelected, isOff, mayRevise, isLastAnswer, onAccept, onRule, onSelect }: ChangeCardProps) {
  const { number, why, ruling } = change;
  const card = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isSelected) card.current?.scrollIntoView({ block: "nearest" });
  }, [isSelected]);
  const { type } = standing;
  return (
    <li ref={card} className={classes.card} data-standing={type} data-selected={isSelected || undefined} aria-label={`Change ${number}`}>
      <header className={classes.head}>
        <h3>Change {number}</h3>
        <StandingMark standing={standing} ruling={ruling} />
      </header>
      {why !== "" && <p className={classes.why}>{why}</p>}
      <div className={classes.parts}>
        <ChangeList changes={parts} reports={{ before: unchecked, after: unchecked }} selectedId={null} onSelect={onSelect} />
      </div>
      <ul className={classes.points} aria-label="Answers">
        {points.map((point) => (
          <AnsweredPoint key={point.ref} point={point} mayResolve={mayRevise && type === "in-plan" && isLastAnswer(point.ref)} />
        ))}
      </ul>
      {type === "outdated" && (
        <p className={classes.outdated}>
          <IconAlertTriangle size={14} stroke={1.9} aria-hidden="true" /> {standing.reason}
        </p>
      )}
      {type === "held" && <p className={classes.outdated}>It rests on change {standing.by}, which can’t be had: take that rejection back first.</p>}
      {mayRevise && (
        <div className={classes.actions}>
          {type === "open" && (
            <Button size="xs" variant="filled" leftSection={<IconCheck size={14} stroke={1.9} />} onClick={onAccept} disabled={isOff}>
              {standing.along.length === 0 ? "Accept" : `Accept with ${standing.along.length === 1 ? "change" : "changes"} ${standing.along.join(", ")}`}
            </Button>
          )}
          {(type === "open" || type === "held") && (
            <Button size="xs" leftSection={<IconX size={14} stroke={1.9} />} onClick={() => onRule("rejected")} disabled={isOff}>
              Reject
            </Button>
          )}
          {type === "rejected" && (
            <Button size="xs" variant="subtle" leftSection={<IconArrowBackUp size={14} stroke={1.9} />} onClick={() => onRule("open")} disabled={isOff}>
              Take back
            </Button>
          )}
        </div>
      )}
    </li>
  );
}

function StandingMark({ standing: { type }, ruling }: { standing: ChangeStanding; ruling: ProposedChange["ruling"] }) {
  const words = { open: "Open", "in-plan": "In your plan", rejected: "Rejected", held: "Held", outdated: "Outdated" }[type];
  const by = type === "rejected" && ruling !== null ? ` by ${ruling.byName}` : type === "open" && ruling?.said === "accepted" ? `, ${ruling.byName} accepted it elsewhere or before` : "";
  return (
    <span className={classes.standing} data-standing={type}>
      {words}
      <bdi>{by}</bdi>
    </span>
  );
}
