"use client";

import { useQuery } from "@tanstack/react-query";
import { IconFileOff } from "@tabler/icons-react";
import { mayRole } from "../../core/access/permission.ts";
import { PageHead } from "../parts/page-head.tsx";
import { Empty, ReadFailed } from "../parts/screen-state.tsx";
import { TableSkeleton } from "../parts/table-skeleton.tsx";
import { useApi } from "../shell/api.ts";
import { useSignedInMember } from "../shell/signed-in-member.tsx";
import { useUrlState } from "../shell/use-url-state.ts";
import { BriefForm } from "./brief-form.tsx";
import { BriefReading } from "./brief-reading.tsx";
import { BriefVersions } from "./brief-versions.tsx";

/** The page of a brief that plans were written from: one of its versions, to be read or changed into the next, and all of them. */
export function BriefVersionsScreen({ briefId }: { briefId: string }) {
  const api = useApi();
  const me = useSignedInMember();
  const [params] = useUrlState();
  const versions = useQuery(api.workflows.briefVersions.queryOptions({ briefId }));
  if (versions.isError && versions.data === undefined) {
    return <ReadFailed error={versions.error} onRetry={() => void versions.refetch()} isRetrying={versions.isFetching} />;
  }
  if (versions.data === undefined) return <TableSkeleton title="Brief" rows={6} />;
  const [newest] = versions.data;
  if (newest === undefined) {
    return (
      <Empty icon={IconFileOff} title="There is no such brief">
        The address may be mistyped. Every workflow leads to the brief it was made from.
      </Empty>
    );
  }
  const shown = versions.data.find(({ number }) => String(number) === params.get("version")) ?? newest;
  const aside = <BriefVersions versions={versions.data} shown={shown.number} />;
  if (mayRole(me.role, "workflow-write")) return <BriefForm key={shown.id} base={{ ...shown, next: newest.number + 1 }} aside={aside} />;
  return (
    <>
      <PageHead title={`Brief, version ${shown.number}`} />
      <BriefReading brief={shown.content} aside={aside} />
    </>
  );
}
