import { ActionIcon } from "@mantine/core";
import { IconChevronDown, IconChevronUp } from "@tabler/icons-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { findingsOn } from "../../core/evidence/audit-finding.ts";
import type { RunClaim } from "../../core/evidence/run-claim.ts";
import { RequirementMark } from "../canvas/requirement-mark.tsx";
import { InlineText } from "../sources/inline-text.tsx";
import { AuditFindingCard } from "./audit-finding-card.tsx";
import { claimLook } from "./claim-look.ts";
import classes from "./claim-panel.module.css";
import { ClaimPath } from "./claim-path.tsx";
import { LookMark } from "./look-mark.tsx";
import panel from "./panel.module.css";
import { QuoteList } from "./quote-list.tsx";
import { runAddress } from "./run-address.ts";
import { RulingList } from "./ruling-list.tsx";
import type { Evidence } from "./use-evidence.ts";

type ClaimPanelProps = {
  runId: string;
  evidence: Evidence;
  claim: RunClaim;
  quoteIndex: number;
  onQuote(index: number): void;
  /** To the claim before or after. */
  onStep(by: -1 | 1): void;
  /** Stands at the end of the head. */
  close?: ReactNode;
};

/** One claim in full: what is wrong with it, what it rests on, who ruled on what, and its way into the report. */
export function ClaimPanel({ runId, evidence, claim, quoteIndex, onQuote, onStep, close }: ClaimPanelProps) {
  const findings = findingsOn(claim, evidence.audit);
  const requirements = evidence.requirements.filter(({ id }) => claim.answers.includes(id));
  const [writer] = claim.from;
  return (
    <section className={panel.panel} aria-label={`Claim ${claim.label}`}>
      <div className={panel.head}>
        <h2>Claim {claim.label}</h2>
        <LookMark look={claimLook(claim)} isTinted />
        <span className={panel.end}>
          <ActionIcon variant="subtle" size="md" aria-label="Previous claim" title="Previous claim (k)" onClick={() => onStep(-1)}>
            <IconChevronUp size={14} stroke={1.9} />
          </ActionIcon>
          <ActionIcon variant="subtle" size="md" aria-label="Next claim" title="Next claim (j)" onClick={() => onStep(1)}>
            <IconChevronDown size={14} stroke={1.9} />
          </ActionIcon>
          {close}
        </span>
      </div>
      <div className={panel.body}>
        <div className={classes.section}>
          <p className={classes.text} dir="auto">
            <InlineText text={claim.text} />
          </p>
          <p className={classes.meta}>
            <span>{claim.isFinal ? "in the report" : "left out of the report"}</span>
            {claim.from.length > 1 && <span>merged from {claim.from.length} claims</span>}
          </p>
          {claim.doubt !== "" && <p className={classes.doubt}>It may not answer what was asked. {claim.doubt}</p>}
          {requirements.length > 0 && (
            <ul className={classes.meta} aria-label={claim.doubt === "" ? "Requirements it answers" : "Requirements it may answer"}>
              {requirements.map(({ id, isCritical, text }) => (
                <li key={id} className={classes.requirement}>
                  <RequirementMark id={id} isCritical={isCritical} />
                  <span dir="auto">
                    {text}
                    {isCritical && ", critical"}
                  </span>
                </li>
              ))}
            </ul>
          )}
        </div>
        {findings.length > 0 && (
          <div className={`${classes.section} ${classes.findings}`}>
            {findings.map((finding) => (
              <AuditFindingCard key={`${finding.ruleId} ${finding.message}`} runId={runId} finding={finding} evidence={evidence} isHere />
            ))}
          </div>
        )}
        <div className={classes.section}>
          <h3>{claim.quotes.length < 2 ? "Evidence" : `Evidence, ${claim.quotes.length} quotes`}</h3>
          <QuoteList evidence={evidence} quoted={claim} selectedIndex={quoteIndex} onSelect={onQuote} />
        </div>
        <div className={classes.section}>
          <h3>Who ruled, and on what</h3>
          <RulingList evidence={evidence} claim={claim} />
        </div>
        <div className={classes.section}>
          <h3>Path through the graph</h3>
          <ClaimPath runId={runId} claim={claim} />
        </div>
      </div>
      {writer !== undefined && (
        <div className={classes.foot}>
          <Link href={runAddress(runId, { step: writer.stepId })}>Open the step that wrote it</Link>
        </div>
      )}
    </section>
  );
}
