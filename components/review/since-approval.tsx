import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { describeChanges } from "../../core/comparison/describe-changes.ts";
import { approvalStatementSchema } from "../../core/review/approval-statement.ts";
import { manifestDifferences } from "../../core/review/manifest-differences.ts";
import { manifestSchema, type Manifest } from "../../core/review/manifest.ts";
import type { Graph } from "../../core/workflow/graph.ts";
import { RelativeTime } from "../parts/relative-time.tsx";
import { useApi } from "../shell/api.ts";
import { changeSummary } from "./change-summary.ts";
import classes from "./decision-dialog.module.css";

/** An approval that was given before, of this revision or an earlier one. */
export interface EarlierApproval {
  id: string;
  revisionNumber: number;
  decidedByName: string;
  createdAt: Date;
}

interface SinceApprovalProps {
  workflowId: string;
  earlier: EarlierApproval;
  revision: number;
  graph: Graph;
  manifest: Manifest;
}

/** What differs from what was approved last: in the plan, in words, and in everything else that an approval covers. */
export function SinceApproval({ workflowId, earlier, revision, graph, manifest }: SinceApprovalProps) {
  const api = useApi();
  const before = useQuery(api.workflows.revision.queryOptions({ workflowId, number: earlier.revisionNumber }, { staleTime: Infinity }));
  const envelope = useQuery(api.workflows.envelope.queryOptions({ decisionId: earlier.id }, { staleTime: Infinity }));
  const approved = envelope.data == null ? null : manifestIn(envelope.data.payload);
  const changes = before.data == null ? "" : changeSummary(describeChanges(before.data.graph, graph));
  // The plan's own changes are told in words of their own.
  const others = approved === null ? [] : manifestDifferences({ ...approved, definition: manifest.definition, workflow: manifest.workflow, waivers: [] }, { ...manifest, waivers: [] });
  return (
    <section className={classes.since} aria-label="Since the last approval">
      <h3>
        Since <bdi>{earlier.decidedByName}</bdi> approved revision {earlier.revisionNumber}, <RelativeTime at={earlier.createdAt} />
      </h3>
      <ul>
        <li>
          {before.isPending && "Looking at what changed."}
          {before.isError && "What changed in the plan could not be read. Compare the revisions."}
          {before.isSuccess && (changes === "" ? "The plan means the same." : `In the plan: ${changes}.`)}{" "}
          {earlier.revisionNumber !== revision && <Link href={`/workflows/${workflowId}/compare?from=${earlier.revisionNumber}&to=${revision}`}>Compare</Link>}
        </li>
        {others.map((difference) => (
          <li key={difference}>{difference}</li>
        ))}
      </ul>
    </section>
  );
}

/** The manifest inside a signed decision; null for one that this version can't read. */
function manifestIn(payload: string): Manifest | null {
  const text = new TextDecoder().decode(Uint8Array.from(atob(payload), (character) => character.charCodeAt(0)));
  const statement = approvalStatementSchema.safeParse(JSON.parse(text));
  return statement.success ? manifestSchema.parse(statement.data.predicate.manifest) : null;
}
