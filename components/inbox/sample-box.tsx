"use client";

import { ActionIcon } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { IconX } from "@tabler/icons-react";
import Link from "next/link";
import { mayRole } from "../../core/access/permission.ts";
import { isEnded } from "../../core/run/run-status.ts";
import { runAddress } from "../evidence/run-address.ts";
import { AuditBadge } from "../parts/audit-badge.tsx";
import { Box } from "../parts/box.tsx";
import { StatusMark } from "../parts/status-mark.tsx";
import { useApi } from "../shell/api.ts";
import { useSignedInMember } from "../shell/signed-in-member.tsx";
import { toastApiFailure, toastDone } from "../shell/toast.tsx";
import classes from "./sample-box.module.css";

/** So often a sample is looked at while it is made. */
const followMs = 2_000;

/** What a newcomer can look at: runs that the offline model made when this installation first started. Nothing without them. */
export function SampleBox() {
  const api = useApi();
  const me = useSignedInMember();
  const queryClient = useQueryClient();
  const samples = useQuery(
    api.samples.list.queryOptions(undefined, {
      refetchInterval: ({ state: { data } }) => (data?.some(({ run }) => run === null || !isEnded(run.status) || run.auditResult === null) === true ? followMs : false),
    }),
  );
  const remove = useMutation(
    api.samples.remove.mutationOptions({
      onSuccess: () => {
        toastDone("The sample is gone from every list.");
        void queryClient.invalidateQueries({ queryKey: api.samples.list.queryKey() });
        void queryClient.invalidateQueries({ queryKey: api.workflows.list.queryKey() });
      },
      onError: (error, sample) => toastApiFailure(error, () => remove.mutate(sample)),
    }),
  );
  if (samples.data === undefined || samples.data.length === 0) return null;
  return (
    <Box title="Samples" aside="made by the offline model, on this installation">
      <ul>
        {samples.data.map(({ id, title, summary, workflowId, run }) => (
          <li key={id} className={classes.sample}>
            <div className={classes.head}>
              <Link href={run === null ? `/workflows/${workflowId}` : runAddress(run.id, { tab: "report" })}>{title}</Link>
              {mayRole(me.role, "run-control") && (
                <ActionIcon variant="subtle" aria-label={`Remove the sample: ${title}`} title="Remove from every list" loading={remove.isPending && remove.variables.sampleId === id} onClick={() => remove.mutate({ sampleId: id })}>
                  <IconX size={14} stroke={1.9} />
                </ActionIcon>
              )}
            </div>
            <p className={classes.summary}>{run !== null && isEnded(run.status) ? summary : "It is being made."}</p>
            {run !== null && (
              <p className={classes.states}>
                <StatusMark status={run.status} isTinted>
                  Run {run.status}
                </StatusMark>
                {isEnded(run.status) && <AuditBadge result={run.auditResult} />}
              </p>
            )}
          </li>
        ))}
      </ul>
    </Box>
  );
}
