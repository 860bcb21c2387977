"use client";

import { useQuery } from "@tanstack/react-query";
import { PageHead } from "../parts/page-head.tsx";
import { ReadFailed } from "../parts/screen-state.tsx";
import { TableSkeleton } from "../parts/table-skeleton.tsx";
import { mayRole } from "../../core/access/permission.ts";
import { useApi } from "../shell/api.ts";
import { useSignedInMember } from "../shell/signed-in-member.tsx";
import classes from "./models-screen.module.css";
import { ModelAdmin } from "./model-admin.tsx";
import { ModelsTable } from "./models-table.tsx";
import { OfflineNote } from "./offline-note.tsx";

/** Settings, Models: which model serves each role, what admins set up for them, and what the offline model is. */
export function ModelsScreen() {
  const api = useApi();
  const models = useQuery(api.models.list.queryOptions());
  const isAdmin = mayRole(useSignedInMember().role, "model-manage");
  const offline = models.data?.filter(({ isOffline }) => isOffline) ?? [];
  return (
    <>
      <PageHead title="Models" aside={models.data && `${models.data.length} roles`} />
      <div className={classes.page}>
        {models.isPending && <TableSkeleton title="Models by role" rows={5} />}
        {models.isError && !models.data && (
          <ReadFailed error={models.error} onRetry={() => void models.refetch()} isRetrying={models.isFetching} />
        )}
        {models.data && <ModelsTable models={models.data} />}
        {isAdmin && models.data && <ModelAdmin inUse={models.data.map(({ model }) => model)} />}
        {offline.length > 0 && <OfflineNote servesEveryRole={offline.length === models.data?.length} />}
      </div>
    </>
  );
}
