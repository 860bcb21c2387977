"use client";

import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { IconPlayerPlay } from "@tabler/icons-react";
import Link from "next/link";
import { mayRole } from "../../core/access/permission.ts";
import { useApi } from "../shell/api.ts";
import { useSignedInMember } from "../shell/signed-in-member.tsx";
import { useStartRun } from "./use-start-run.ts";

/** Runs what was approved; an approval reaches one run, and leads to it once there is one. */
export function RunButton({ workflowId, decisionId }: { workflowId: string; decisionId: string }) {
  const api = useApi();
  const me = useSignedInMember();
  const runs = useQuery(api.runs.list.queryOptions({ workflowId, limit: 20 }));
  const { start, isSending } = useStartRun();
  const run = runs.data?.runs.find((one) => one.decisionId === decisionId);
  if (run !== undefined) {
    return (
      <Button size="md" variant="filled" component={Link} href={`/runs/${run.id}`}>
        Open the run
      </Button>
    );
  }
  if (!mayRole(me.role, "run-start") || runs.isPending) return null;
  return (
    <Button size="md" variant="filled" leftSection={<IconPlayerPlay size={14} stroke={1.9} />} loading={isSending} onClick={() => start({ workflowId, decisionId })}>
      Run
    </Button>
  );
}
