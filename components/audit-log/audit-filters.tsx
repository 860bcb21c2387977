"use client";

import { NativeSelect } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { auditActions } from "../../core/audit-log/audit-entry.ts";
import { useApi } from "../shell/api.ts";
import { actionLabel } from "./action-label.ts";
import type { AuditQuery } from "./audit-feed.ts";
import classes from "./audit-filters.module.css";

type AuditFiltersProps = { query: AuditQuery; onChange: (changes: Record<string, string>, how: "push") => void };

/** Which actions, and whose. A change of filter begins at the newest entry again. */
export function AuditFilters({ query, onChange }: AuditFiltersProps) {
  const api = useApi();
  const members = useQuery(api.members.list.queryOptions());
  return (
    <search className={classes.filters}>
      <NativeSelect
        size="sm"
        aria-label="Filter by action"
        value={query.action ?? ""}
        onChange={(event) => onChange({ action: event.currentTarget.value, before: "" }, "push")}
        data={[
          { value: "", label: "Every action" },
          ...auditActions.map((action) => ({ value: action, label: actionLabel(action) })),
        ]}
      />
      <NativeSelect
        size="sm"
        aria-label="Filter by person"
        value={query.actorId ?? ""}
        onChange={(event) => onChange({ actor: event.currentTarget.value, before: "" }, "push")}
        data={[
          { value: "", label: "Everyone" },
          ...(members.data ?? []).map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
    </search>
  );
}
