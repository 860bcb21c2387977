import { IconArrowsExchange } from "@tabler/icons-react";
import type { ReactNode } from "react";
import type { RunClaim } from "../../core/evidence/run-claim.ts";
import { InlineText } from "../sources/inline-text.tsx";
import classes from "./conflict-list.module.css";
import type { Evidence } from "./use-evidence.ts";

/** Claims that can't both hold, with both sides and where each comes from. */
export function ConflictList({ evidence: { report, claims, sources }, chip }: { evidence: Evidence; chip(claim: RunClaim): ReactNode }) {
  const pathOf = (sourceId: string) => sources.find(({ id }) => id === sourceId)?.path ?? "a source that is not there";
  return report?.conflicts.map(({ claimIds, about }) => (
    <section key={claimIds.join(" ")} className={classes.conflict}>
      <h3>
        <IconArrowsExchange size={14} stroke={1.9} aria-hidden="true" />
        Conflict, both sides kept{about === "" ? "" : `: ${about}`}
      </h3>
      <ul>
        {claimIds.flatMap((id) => claims.find((claim) => claim.id === id) ?? []).map((claim) => (
          <li key={claim.id}>
            {chip(claim)}
            <span className={classes.text} dir="auto">
              <InlineText text={claim.text} />
            </span>
            <span className={classes.source}>{[...new Set(claim.quotes.map(({ sourceId }) => pathOf(sourceId)))].join(", ")}</span>
          </li>
        ))}
      </ul>
    </section>
  ));
}
