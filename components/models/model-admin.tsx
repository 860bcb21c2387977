"use client";

import { useQuery } from "@tanstack/react-query";
import { ReadFailed } from "../parts/screen-state.tsx";
import { TableSkeleton } from "../parts/table-skeleton.tsx";
import { useApi } from "../shell/api.ts";
import { ConnectionBox } from "./connection-box.tsx";
import { FactsBox } from "./facts-box.tsx";
import { ProvidersBox } from "./providers-box.tsx";

/** What admins set up of models: providers, a test of them, windows and prices. */
export function ModelAdmin({ inUse }: { inUse: readonly string[] }) {
  const api = useApi();
  const settings = useQuery(api.models.settings.queryOptions());
  if (settings.isPending) return <TableSkeleton title="Providers" rows={2} />;
  if (settings.data === undefined) return <ReadFailed error={settings.error} onRetry={() => void settings.refetch()} isRetrying={settings.isFetching} />;
  const { providers, facts } = settings.data;
  const names = [...new Set([...inUse, ...facts.map(({ model }) => model)])].filter((name) => !name.startsWith("offline:"));
  return (
    <>
      <ProvidersBox providers={providers} />
      <ConnectionBox names={names} />
      <FactsBox facts={facts} names={names} />
    </>
  );
}
