import { digestGraph } from "../workflow/digest-graph.ts";
import type { AuditedRun } from "./audited-run.ts";
import { limitText } from "./limit-text.ts";
import { runLimits, type LimitName } from "./run-limit.ts";
import { usageOf, type RunUsage } from "./run-usage.ts";

/** One line of the ledger: what was declared, beside what was used (DESIGN.md §1, question 6). */
export interface LedgerLine {
  what: "tools" | "collections" | LimitName | "structure";
  declared: string;
  used: string;
  /** Used in parts of what was allowed; null where nothing is counted. */
  share: number | null;
  /** `refused`: somebody tried to go beyond, and could not. */
  state: "within" | "refused" | "exceeded" | "unknown";
  /** What there is to say besides; empty where nothing is. */
  remark: string;
  /** Events to look at, by sequence. */
  sequences: readonly number[];
}

/** What a run was allowed beside what it used. @param now until when the time of one that goes on is counted. */
export function scopeLedger(run: AuditedRun, now?: Date): LedgerLine[] {
  const usage = usageOf(run, now);
  return [toolLine(run, usage), collectionLine(run, usage), ...(["agents", "cost", "tokens", "minutes"] as const).map((name) => limitLine(name, run, usage)), structureLine(run)];
}

function toolLine({ brief }: AuditedRun, { callsByTool, refused, ungranted }: RunUsage): LedgerLine {
  const attempts = [...new Set(refused.map(({ tool }) => tool))].join(", ");
  return {
    what: "tools",
    declared: listed(brief.scope.tools),
    used: listed([...callsByTool].map(([tool, calls]) => `${tool}, ${counted(calls, "call")}`)),
    share: null,
    state: ungranted.length > 0 ? "exceeded" : refused.length > 0 ? "refused" : "within",
    remark: refused.length === 0 ? "" : `${counted(refused.length, "attempt")} refused: ${attempts}`,
    sequences: [...ungranted, ...refused].map(({ sequence }) => sequence),
  };
}

function collectionLine({ brief }: AuditedRun, { documentsByCollection, foreignSourceIds }: RunUsage): LedgerLine {
  return {
    what: "collections",
    declared: listed(brief.scope.collections),
    used: listed([...documentsByCollection].map(([name, documents]) => `${counted(documents, "document")} of ${name}`)),
    share: null,
    state: foreignSourceIds.length > 0 ? "exceeded" : "within",
    remark: foreignSourceIds.length === 0 ? "" : `${counted(foreignSourceIds.length, "document")} outside`,
    sequences: [],
  };
}

function limitLine(name: LimitName, run: AuditedRun, { limits }: RunUsage): LedgerLine {
  const { declared, allowed, raisedBy } = runLimits(run.brief, run.state)[name];
  const used = limits[name];
  const isExceeded = used !== null && used > allowed;
  return {
    what: name,
    declared: limitText[name](declared),
    used: used === null ? "not known" : limitText[name](used),
    share: used === null || allowed === 0 ? null : used / allowed,
    state: used === null ? "unknown" : isExceeded ? "exceeded" : "within",
    remark: raisedBy.length === 0 ? "" : `raised to ${limitText[name](allowed)} by ${[...new Set(raisedBy)].join(", ")}`,
    sequences: [],
  };
}

function structureLine({ graph, entries }: AuditedRun): LedgerLine {
  const created = entries.find(({ event }) => event.type === "run-created")?.event;
  const approved = created?.type === "run-created" ? created.definitionDigest : null;
  const isApproved = approved === digestGraph(graph);
  return {
    what: "structure",
    declared: approved === null ? "not known" : `definition ${approved.slice(0, 8)}`,
    used: isApproved ? "the same, no change" : `definition ${digestGraph(graph).slice(0, 8)}`,
    share: null,
    state: approved === null ? "unknown" : isApproved ? "within" : "exceeded",
    remark: "",
    sequences: [],
  };
}

function listed(names: readonly string[]): string {
  return names.length === 0 ? "none" : names.join("; ");
}

function counted(count: number, noun: string): string {
  return `${count.toLocaleString("en")} ${noun}${count === 1 ? "" : "s"}`;
}
