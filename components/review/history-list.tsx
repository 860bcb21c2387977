"use client";

import { Button } from "@mantine/core";
import { IconDownload, IconGitCompare } from "@tabler/icons-react";
import Link from "next/link";
import { authorIdsOf } from "../../core/review/authors.ts";
import { openedWords } from "../../core/review/opened.ts";
import { Box } from "../parts/box.tsx";
import { RelativeTime } from "../parts/relative-time.tsx";
import { saveFile } from "../parts/save-file.ts";
import { useApiClient, type ApiOutput } from "../shell/api.ts";
import { toastApiFailure } from "../shell/toast.tsx";
import classes from "./history-list.module.css";
import { PlanningBox } from "./planning-box.tsx";

/** Which approval of how many a decision is, if it counts. */
function placeOf({ approvals, needed }: NonNullable<Description["standing"]>, id: string): string[] {
  const place = approvals.findIndex(({ decisionId }) => decisionId === id);
  return place < 0 ? [] : [`approval ${place + 1} of ${needed}`];
}

type Description = NonNullable<ApiOutput["workflows"]["get"]>;

export const verdictWords = { approved: "approved", rejected: "rejected", "changes-requested": "asked for changes to" } as const;

/** Who saved and who decided what, the newest first; a decision can be taken away as a signed file. */
export function HistoryList({ workflow, plan, revisions, decisions, standing }: Pick<Description, "workflow" | "plan" | "revisions" | "decisions" | "standing">) {
  const client = useApiClient();
  const isByAuthor = (byId: string | null, revision: number) => authorIdsOf({ workflow, revisions: revisions.filter(({ number }) => number <= revision) }).includes(byId);
  const download = async (decisionId: string, name: string): Promise<void> => {
    try {
      const envelope = await client.workflows.envelope.query({ decisionId });
      if (envelope !== null) saveFile(name, JSON.stringify(envelope, null, 2), "application/json");
    } catch (error) {
      toastApiFailure(error, () => void download(decisionId, name));
    }
  };
  return (
    <div className={classes.list}>
      <Box title="Decisions" aside={decisions.length}>
        {decisions.length === 0 && <p className={classes.empty}>Nobody decided anything yet.</p>}
        <ol>
          {decisions.toReversed().map(({ id, decidedById, decidedByName, opened, verdict, revisionNumber, reason, createdAt, manifestDigest, waivers }) => (
            <li key={id} className={classes.entry}>
              <p>
                <b>
                  <bdi>{decidedByName}</bdi>
                </b>{" "}
                {verdictWords[verdict]} revision {revisionNumber}, <RelativeTime at={createdAt} />
              </p>
              <p className={classes.about}>
                {[
                  ...(verdict === "approved" && isByAuthor(decidedById, revisionNumber) ? ["self-approval: also wrote a part of it"] : []),
                  ...(standing !== null && standing.needed > 1 ? placeOf(standing, id) : []),
                  ...(opened === null ? [] : [openedWords(opened)]),
                ].join(" · ")}
              </p>
              {reason !== "" && <p className={classes.reason}>{reason}</p>}
              {waivers.map(({ ruleId, target, reason: why }) => (
                <p key={`${ruleId} ${target}`} className={classes.reason}>
                  Waived <code>{ruleId}</code>: {why}
                </p>
              ))}
              <p className={classes.meta}>
                Manifest <code>{manifestDigest.slice(0, 8)}</code>
              </p>
              <Button
                size="xs"
                leftSection={<IconDownload size={14} stroke={1.9} />}
                onClick={() => void download(id, `decision-revision-${revisionNumber}-${manifestDigest.slice(0, 8)}.json`)}
              >
                Signed decision
              </Button>
            </li>
          ))}
        </ol>
      </Box>
      <Box title="Revisions" aside={revisions.length}>
        <ol>
          {revisions.toReversed().map(({ id, number, digest, createdByName, createdAt }) => (
            <li key={id} className={classes.entry}>
              <p>
                <b>Revision {number}</b> by <bdi>{createdByName}</bdi>, <RelativeTime at={createdAt} />
              </p>
              <p className={classes.meta}>
                <code>{digest.slice(0, 8)}</code>
              </p>
              {number > 1 && (
                <Button component={Link} href={`/workflows/${workflow.id}/compare?from=${number - 1}&to=${number}`} size="xs" leftSection={<IconGitCompare size={14} stroke={1.9} />}>
                  Compare with {number - 1}
                </Button>
              )}
            </li>
          ))}
        </ol>
      </Box>
      {plan !== null && <PlanningBox planId={plan.id} />}
    </div>
  );
}
