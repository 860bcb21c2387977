import { auditResults, type AuditResult } from "../../core/evidence/audit-finding.ts";
import { runStatuses, type RunStatus } from "../../core/run/run-status.ts";

const runsPerPage = 50;
const dayMs = 24 * 60 * 60_000;

/** What the address asks for. */
export interface RunsQuery {
  search: string;
  statuses: RunStatus[];
  isWaiting: boolean;
  auditResults: AuditResult[];
  startedById: string | null;
  /** In days back from today; null for ever. */
  days: number | null;
  /** Dollars. */
  minCost: number | null;
  before: { createdAt: Date; id: string } | null;
}

/** Reads filters and place from the address; what makes no sense filters nothing. */
export function readRunsQuery(params: URLSearchParams): RunsQuery {
  const [days, minCost] = [Number(params.get("days")), Number(params.get("cost"))];
  return {
    search: (params.get("q") ?? "").slice(0, 400),
    statuses: runStatuses.filter((status) => (params.get("status") ?? "").split(",").includes(status)),
    auditResults: auditResults.filter((result) => (params.get("audit") ?? "").split(",").includes(result)),
    isWaiting: params.get("waiting") === "1",
    startedById: uuid.test(params.get("who") ?? "") ? params.get("who") : null,
    days: Number.isInteger(days) && days > 0 && days <= 3_660 ? days : null,
    minCost: Number.isFinite(minCost) && minCost > 0 && minCost <= 1_000_000 ? minCost : null,
    before: placeOf(params.get("before") ?? ""),
  };
}

/** The same for the server. @param today begins the day from which days are counted back, so that a page stays cached. */
export function toInput({ days, minCost, ...query }: RunsQuery, today: Date) {
  return {
    ...query,
    limit: runsPerPage,
    startedAfter: days === null ? null : new Date(today.getTime() - days * dayMs),
    minCost: minCost === null ? null : Math.round(minCost * 1_000_000),
  };
}

/** A place between two pages, as the address holds it. */
export function spellPlace({ createdAt, id }: { createdAt: Date; id: string }): string {
  return `${createdAt.toISOString()}_${id}`;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function placeOf(text: string): RunsQuery["before"] {
  const [at = "", id = ""] = text.split("_");
  const createdAt = new Date(at);
  return uuid.test(id) && !Number.isNaN(createdAt.getTime()) ? { createdAt, id } : null;
}
