import { auditResults, type AuditResult } from "../../core/evidence/audit-finding.ts";
import { runStatuses, type RunStatus } from "../../core/run/run-status.ts";

const runsPerPage = 50;
const dayMs = 24 * 60 * 60_000;
/** The last moment that a Date can be. */
const lastMs = 8_640_000_000_000_000;

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
  sort: RunColumn;
  isAscending: boolean;
  after: { key: number; id: string } | null;
}

const runColumns = ["started", "cost", "tokens"] as const;
export type RunColumn = (typeof runColumns)[number];

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
    sort: runColumns.find((column) => column === (params.get("sort") ?? "").replace(/^-/, "")) ?? "started",
    isAscending: (params.get("sort") ?? "").startsWith("-"),
    after: placeOf(params.get("after") ?? ""),
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
export function spellPlace({ key, id }: { key: number; id: string }): string {
  return `${key}_${id}`;
}

/** What the address says of a column that is sorted by: what is most of it comes first, and last when it is chosen again. */
export function spellSort({ sort, isAscending }: Pick<RunsQuery, "sort" | "isAscending">, column: RunColumn): string {
  if (column === sort && !isAscending) return `-${column}`;
  return column === "started" ? "" : column;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function placeOf(text: string): RunsQuery["after"] {
  const [spelled = "", id = ""] = text.split("_");
  const key = Number(spelled);
  return uuid.test(id) && spelled !== "" && Number.isInteger(key) && key >= -1 && key <= lastMs ? { key, id } : null;
}
