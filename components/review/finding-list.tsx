import { IconCircleCheck } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { nameOfTarget, type Finding, type Fix } from "../../core/preflight/finding.ts";
import type { PreflightReport } from "../../core/preflight/preflight.ts";
import type { Graph } from "../../core/workflow/graph.ts";
import { FindingCard } from "./finding-card.tsx";
import classes from "./finding-list.module.css";

/** Everything the checks say of a plan, the worst first, and what could not be checked. */
export function FindingList({ report, graph, onSelect, onFix, children }: {
  report: PreflightReport;
  graph: Graph;
  onSelect(id: string): void;
  onFix?: ((fix: Fix) => void) | undefined;
  /** What else is thought of the plan. */
  children?: ReactNode;
}) {
  const { findings, notRun } = report;
  return (
    <div className={classes.list}>
      {findings.length === 0 && (
        <p className={classes.quiet}>
          <IconCircleCheck size={16} stroke={1.75} aria-hidden="true" />
          No rule has anything to say.
        </p>
      )}
      {worstFirst(findings).map((finding) => {
        const nodeId = nodeOf(finding, graph);
        return (
          <FindingCard
            key={keyOf(finding)}
            finding={finding}
            onFix={onFix}
            {...(nodeId === null ? {} : { onShow: () => onSelect(nodeId) })}
          />
        );
      })}
      {children}
      {notRun.length > 0 && (
        <section>
          <h3 className={classes.head}>Not run</h3>
          {notRun.map(({ ruleId, reason }) => (
            <p key={ruleId} className={classes.notRun}>
              <code>{ruleId}</code> {reason}
            </p>
          ))}
        </section>
      )}
    </div>
  );
}

/** Errors before warnings before notes, otherwise as the rules found them. */
export function worstFirst(findings: readonly Finding[]): Finding[] {
  const rank = { error: 0, warning: 1, note: 2 };
  return findings.toSorted((a, b) => rank[a.severity] - rank[b.severity]);
}

/** A rule may say the same of two parts of one title, and two things of one part. */
const keyOf = ({ ruleId, target, message }: Finding) => `${ruleId} ${nameOfTarget(target)} ${message}`;

function nodeOf({ target }: Finding, { edges }: Graph): string | null {
  if (target.type === "node") return target.id;
  return target.type === "edge" ? (edges.find(({ id }) => id === target.id)?.to ?? null) : null;
}
