"use client";

import { SegmentedControl } from "@mantine/core";
import type { ReactNode } from "react";
import type { RunClaim } from "../../core/evidence/run-claim.ts";
import { AnswerText } from "./answer-text.tsx";
import classes from "./answer-panel.module.css";
import { countText } from "../parts/number-text.ts";
import { InlineText } from "../sources/inline-text.tsx";
import { ClaimChip } from "./claim-chip.tsx";
import { citedLook, isProblem } from "./claim-look.ts";
import { ConflictList } from "./conflict-list.tsx";
import panel from "./panel.module.css";
import { UnansweredList } from "./unanswered-list.tsx";
import type { Evidence } from "./use-evidence.ts";

const leftOutWords: Record<string, string> = {
  dropped: "dropped",
  refuted: "refuted",
  unverified: "nobody ruled on it",
  "off-topic": "about something else",
};

type AnswerPanelProps = {
  evidence: Evidence;
  selectedId: string | null;
  onSelect(claimId: string): void;
  /** Which passage is shown, of which of the parts that nothing answers. */
  selectedClosest: { part: number; quote: number } | null;
  onSelectClosest(part: number, quote: number): void;
  isProblemsOnly: boolean;
  onProblemsOnly(isProblemsOnly: boolean): void;
  /** Stands at the end of the head. */
  tools: ReactNode;
};

/** The answer with its citations, and below it everything that was kept out of it: nothing gets lost. */
export function AnswerPanel({ evidence, selectedId, onSelect, selectedClosest, onSelectClosest, isProblemsOnly, onProblemsOnly, tools }: AnswerPanelProps) {
  const { audit, claims, report, sources } = evidence;
  const finals = claims.filter(({ isFinal }) => isFinal);
  const problems = claims.filter((claim) => isProblem(claim, audit));
  const leftOut = claims.filter(({ isFinal }) => !isFinal);
  const beside = finals.filter(({ place }) => place === "beside");
  const quoted = finals.flatMap(({ quotes }) => quotes);
  const cited = new Set(quoted.map(({ sourceId }) => sourceId));
  const chip = (claim: RunClaim) => <ClaimChip key={claim.id} claim={claim} audit={audit} isSelected={claim.id === selectedId} onSelect={onSelect} />;
  if (report === null) return null;
  return (
    <section className={panel.panel} aria-label="Answer">
      <div className={panel.head}>
        <h2>Answer</h2>
        <span className={classes.aside}>
          {countText(finals.length, "claim")}, {countText(quoted.length, "quote")}, {countText(sources.filter(({ id }) => cited.has(id)).length, "source")}
        </span>
        <div className={`${panel.end} ${classes.tools}`}>
          <SegmentedControl
            size="xs"
            value={isProblemsOnly ? "problems" : "all"}
            onChange={(value) => onProblemsOnly(value === "problems")}
            data={[
              { value: "all", label: "All" },
              { value: "problems", label: `Problems ${problems.length}` },
            ]}
            aria-label="Which claims to show"
          />
          {tools}
        </div>
      </div>
      <div className={panel.body}>
        <p className={classes.question}>{evidence.question}</p>
        {isProblemsOnly ? (
          <ProblemList claims={problems} chip={chip} wordOf={(claim) => citedLook(claim, audit).word} />
        ) : (
          <>
            <AnswerText report={report} claims={claims} selectedId={selectedId} chip={chip} />
            <UnansweredList evidence={evidence} selected={selectedClosest} onSelect={onSelectClosest} />
            <ConflictList evidence={evidence} chip={chip} />
            <ClaimLines title="In no sentence of the answer" claims={beside} chip={chip} remark={() => ""} />
            <ClaimLines title="Kept, not in the answer" claims={leftOut} chip={chip} remark={({ place }) => leftOutWords[place] ?? place} />
          </>
        )}
      </div>
    </section>
  );
}

type Chip = (claim: RunClaim) => ReactNode;

function ProblemList({ claims, chip, wordOf }: { claims: readonly RunClaim[]; chip: Chip; wordOf(claim: RunClaim): string }) {
  if (claims.length === 0) return <p className={classes.none}>Every claim is supported, and every quote is in its source.</p>;
  return <ClaimLines title="Claims to look at" claims={claims} chip={chip} remark={(claim) => (claim.isFinal ? wordOf(claim) : `${wordOf(claim)}, not in the answer`)} />;
}

function ClaimLines({ title, claims, chip, remark }: { title: string; claims: readonly RunClaim[]; chip: Chip; remark(claim: RunClaim): string }) {
  if (claims.length === 0) return null;
  return (
    <section className={classes.kept}>
      <h3>{title}</h3>
      <ul>
        {claims.map((claim) => (
          <li key={claim.id} className={classes.line}>
            {chip(claim)}
            <span className={classes.text} dir="auto">
              <InlineText text={claim.text} />
            </span>
            <span className={classes.remark}>{remark(claim)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
