import type { ReactNode } from "react";
import type { Brief } from "../../core/brief/brief.ts";
import { RequirementMark } from "../canvas/requirement-mark.tsx";
import { BriefRow, BriefSheet } from "./brief-sheet.tsx";
import classes from "./brief-reading.module.css";

const number = new Intl.NumberFormat("en");
const dollars = new Intl.NumberFormat("en", { style: "currency", currency: "USD" });

/** One version of a brief for those who may read it and not change it. */
export function BriefReading({ brief, aside }: { brief: Brief; aside: ReactNode }) {
  const { question, requirements, scope, budget } = brief;
  return (
    <BriefSheet aside={aside}>
      <BriefRow title="Question">
        <p className={classes.question}>{question}</p>
      </BriefRow>
      <BriefRow title="Requirements">
        {requirements.length === 0 && <p className={classes.none}>None.</p>}
        <ul>
          {requirements.map(({ id, text, isCritical }) => (
            <li key={id} className={classes.requirement}>
              <RequirementMark id={id} isCritical={isCritical} /> {text}
            </li>
          ))}
        </ul>
      </BriefRow>
      <BriefRow title="Scope">
        <p>
          {scope.effects === "read-only" ? "Read-only" : "May write"}. Tools: {listed(scope.tools)}. Web domains: {listed(scope.domains)}.
        </p>
      </BriefRow>
      <BriefRow title="Budget">
        <p>
          {dollars.format(budget.maxCostMicroUsd / 1_000_000)}, {number.format(budget.maxTokens)} tokens, {number.format(budget.maxMinutes)} minutes,{" "}
          {number.format(budget.maxAgents)} agents, {number.format(budget.maxParallel)} at once.
        </p>
      </BriefRow>
      <BriefRow title="Sources">
        <p>{listed(scope.collections)}</p>
      </BriefRow>
    </BriefSheet>
  );
}

const listed = (names: readonly string[]) => (names.length === 0 ? "none" : names.join(", "));
