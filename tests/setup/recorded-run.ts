import { briefSchema, type BriefInput } from "../../core/brief/brief.ts";
import type { CandidateClaim, ClaimsOutput } from "../../core/evidence/claim.ts";
import { locateQuote } from "../../core/evidence/locate-quote.ts";
import type { RecordedRun, RunSource } from "../../core/evidence/recorded-run.ts";
import type { FinalClaim, Report } from "../../core/evidence/report.ts";
import type { Verdict } from "../../core/evidence/verdict.ts";
import type { RunEvent } from "../../core/run/run-event.ts";
import { nodeIdOf, stepIdOf } from "../../core/run/step-id.ts";
import type { StoredValue } from "../../core/run/stored-value.ts";
import { digestOfText } from "../../core/text/digest.ts";
import { digestGraph } from "../../core/workflow/digest-graph.ts";
import { graphSchema, type GraphInput } from "../../core/workflow/graph.ts";
import type { JsonValue } from "../../core/workflow/json-value.ts";

/** What happened in a run, told by what came of its steps; {@link recordRun} makes the events of it. */
export interface RunParts {
  brief: BriefInput;
  graph: GraphInput;
  sources: readonly RunSource[];
  /** Which steps read which sources, whole. */
  reads: readonly { stepId: string; sourceId: string }[];
  /** By the step of the worker. */
  answers: Readonly<Record<string, ClaimsOutput>>;
  /** By the step of the map. */
  items: Readonly<Record<string, readonly string[]>>;
  verdicts: readonly Verdict[];
  report: Report | null;
  /** Between the report and the run's end. */
  extra: readonly RunEvent[];
  end: RunEvent;
  endedAfterMinutes: number;
}

const texts = {
  "before.md": "# Before the start\n\nFill the tank to the upper mark. The pump runs dry below the lower mark.\n\nThe filter lasts 3 months.",
  "after.md": "# After the end\n\nLet the boiler cool for ten minutes. Never open the valve while the lamp is lit.\n\n- The filter lasts 6 months.",
};

const sources: RunSource[] = Object.entries(texts).map(([path, text], index) => ({
  id: `00000000-0000-7000-8000-00000000000${index + 1}`,
  collection: "Handbook",
  path,
  title: path === "before.md" ? "Before the start" : "After the end",
  sha256: digestOfText(text),
  text,
}));

const sourceIds = { before: sources[0]!.id, after: sources[1]!.id };

/** A claim with one quote, placed as the executor places it. */
function candidate(stepId: string, number: number, claim: { text: string; answers: string[]; source: keyof typeof sourceIds; exact: string }): CandidateClaim {
  const source = sources.find(({ id }) => id === sourceIds[claim.source]);
  const { place } = locateQuote(source?.text ?? "", claim.exact);
  return { id: `${stepId}#${number}`, stepId, text: claim.text, stance: "neutral", answers: claim.answers, doubt: "", quotes: [{ sourceId: sourceIds[claim.source], exact: claim.exact, place }] };
}

export function verdictOn(claimId: string, verdict: Verdict["verdict"], more: Partial<Verdict> = {}): Verdict {
  return {
    claimId,
    verdict,
    method: "model",
    stepId: "check",
    vote: 1,
    verifier: "anthropic:claude",
    reason: "The passage says so.",
    saw: [{ sourceId: sourceIds.before, start: 0, end: texts["before.md"].length }],
    ...more,
  };
}

const afterKey = "after.md";
const itemStepId = stepIdOf("read-item", "each", afterKey);
const tank = candidate("read-before", 1, { text: "The tank is filled to the upper mark.", answers: ["r1"], source: "before", exact: "Fill the tank to the upper mark." });
const dry = candidate("read-before", 2, { text: "The filter lasts three months.", answers: ["r3"], source: "before", exact: "The filter lasts 3 months." });
const cool = candidate(itemStepId, 1, { text: "The boiler cools for ten minutes.", answers: ["r2"], source: "after", exact: "Let the boiler cool for ten minutes." });
const open = candidate(itemStepId, 2, { text: "The valve may be opened at any time.", answers: ["r2"], source: "after", exact: "Never open the valve while the lamp is lit." });
const filter = candidate(itemStepId, 3, { text: "The filter lasts six months.", answers: ["r3"], source: "after", exact: "The filter lasts 6 months." });

const final = (id: string, from: CandidateClaim[], state: FinalClaim["state"] = "supported"): FinalClaim => ({
  id,
  text: from[0]!.text,
  from: from.map((claim) => claim.id),
  state,
  answers: [...new Set(from.flatMap(({ answers }) => answers))],
  doubt: "",
  quotes: from.flatMap(({ quotes }) => quotes),
});
const says = (claim: FinalClaim) => ({ text: claim.text, claimIds: [claim.id], isConnective: false });
const c1 = final("C1", [tank]);
const c2 = final("C2", [cool]);
const c3 = final("C3", [dry], "conflicted");
const c4 = final("C4", [filter], "conflicted");

const readOf = (stepId: string) => ({ stepId, sourceId: stepId === "read-before" ? sourceIds.before : sourceIds.after });

/** A run in which nothing is missing: two workers, one of them in a map, a verifier, one that has nothing to say, a report with a kept conflict. */
export const soundRun: RunParts = {
  brief: {
    question: "What has to be done before the start and after the end?",
    requirements: [
      { id: "r1", text: "What to do before the start", isCritical: true },
      { id: "r2", text: "What to do after the end", isCritical: true },
      { id: "r3", text: "How long the filter lasts" },
    ],
    scope: { tools: ["search_sources", "read_source"], collections: ["Handbook"] },
  },
  graph: {
    title: "Before and after",
    nodes: [
      { kind: "agent", id: "read-before", title: "Read what comes before", covers: ["r1", "r3"], tools: ["search_sources", "read_source"], maxTurns: 4 },
      { kind: "map", id: "each", title: "Read each document", items: '["after.md"]', maxItems: 5, covers: ["r2"] },
      { kind: "agent", id: "read-item", title: "Read one document", parent: "each", covers: ["r2"], tools: ["read_source"], maxTurns: 4 },
      { kind: "verify", id: "check", title: "Claims follow from quotes" },
      { kind: "verify", id: "second", title: "Nothing speaks against it", role: "critic" },
      { kind: "synthesize", id: "write", title: "Write the answer" },
    ],
    edges: [
      { id: "e1", from: "read-before", to: "check" },
      { id: "e2", from: "each", to: "check" },
      { id: "e3", from: "check", to: "second" },
      { id: "e4", from: "second", to: "write" },
    ],
    reportNode: "write",
  },
  sources,
  reads: [readOf("read-before"), readOf(itemStepId)],
  answers: { "read-before": { claims: [tank, dry], missing: [] }, [itemStepId]: { claims: [cool, open, filter], missing: [{ text: "how hot it gets", why: "", answers: [], closest: [] }] } },
  items: { each: [afterKey] },
  verdicts: [verdictOn(tank.id, "supported"), verdictOn(dry.id, "supported"), verdictOn(cool.id, "supported"), verdictOn(open.id, "refuted", { reason: "The passage forbids it." }), verdictOn(filter.id, "supported")],
  report: {
    blocks: [
      { type: "heading", sentences: [{ text: "Before the start", claimIds: [], isConnective: true }] },
      { type: "paragraph", sentences: [says(c1)] },
      { type: "heading", sentences: [{ text: "After the end", claimIds: [], isConnective: true }] },
      { type: "list-item", sentences: [says(c2)] },
      { type: "paragraph", sentences: [{ text: "The two documents differ on the filter.", claimIds: [], isConnective: true }, says(c3), says(c4)] },
    ],
    claims: [c1, c2, c3, c4],
    conflicts: [{ claimIds: ["C3", "C4"], about: "How long the filter lasts" }],
    leftOut: [{ candidateId: open.id, reason: "refuted" }],
    unanswered: [],
  },
  extra: [],
  end: { type: "run-completed", output: null },
  endedAfterMinutes: 5,
};

const begunAt = Date.parse("2026-03-01T09:00:00Z");
const json = (value: unknown): StoredValue => ({ json: value as JsonValue });

/** The events of a run, in the order in which its steps run. */
export function recordRun(parts: RunParts): RecordedRun {
  const graph = graphSchema.parse(parts.graph);
  const events: RunEvent[] = [
    { type: "run-created", by: { id: null, name: "operator" }, decisionId: "d1", manifestDigest: "a".repeat(64), definitionDigest: digestGraph(graph) },
    { type: "driver-changed", workerId: "worker-1", reason: "start" },
    ...Object.entries(parts.items).flatMap(([stepId, keys]): RunEvent[] => [started(stepId), { type: "items-listed", stepId, keys: [...keys], items: json(keys) }]),
    ...Object.entries(parts.answers).flatMap(([stepId, answer]) => [
      started(stepId),
      ...parts.reads.filter((read) => read.stepId === stepId).map(({ sourceId }) => readEvent(parts, stepId, sourceId)),
      modelCalled(stepId, "worker"),
      completed(stepId, answer),
    ]),
    ...Object.keys(parts.items).map((stepId) => completed(stepId, [])),
    ...[...Map.groupBy(parts.verdicts, ({ stepId }) => stepId)].flatMap(([stepId, verdicts]) => [
      started(stepId),
      modelCalled(stepId, "verifier"),
      completed(stepId, { claims: Object.values(parts.answers).flatMap(({ claims }) => claims), verdicts, dropped: [], missing: [] }),
    ]),
    ...(parts.report === null ? [] : [started("write"), modelCalled("write", "synthesizer"), completed("write", parts.report)]),
    ...parts.extra,
    parts.end,
  ];
  const lastAt = begunAt + parts.endedAfterMinutes * 60_000;
  return {
    brief: briefSchema.parse(parts.brief),
    graph,
    entries: events.map((event, index) => ({ sequence: index + 1, at: new Date(index === events.length - 1 ? lastAt : begunAt + index * 1_000), event })),
    contents: new Map(),
    sources: new Map(parts.sources.map((source) => [source.id, source])),
  };
}

function started(stepId: string): RunEvent {
  return { type: "step-started", stepId, nodeId: nodeIdOf(stepId), attempt: 1, idempotencyKey: `${stepId}/1` };
}

function completed(stepId: string, output: unknown): RunEvent {
  return { type: "step-completed", stepId, attempt: 1, output: json(output), edges: {}, summary: "" };
}

function readEvent({ sources: all }: RunParts, stepId: string, sourceId: string): RunEvent {
  const source = all.find(({ id }) => id === sourceId);
  return { type: "source-read", stepId, attempt: 1, sourceId, sha256: source?.sha256 ?? "0".repeat(64), start: 0, end: source?.text?.length ?? 0 };
}

export function modelCalled(stepId: string, role: string) {
  return {
    type: "model-called" as const,
    stepId,
    attempt: 1,
    call: 1,
    role,
    model: "anthropic:claude",
    receipt: "b".repeat(64),
    answer: json(""),
    usage: { input: 1_000, output: 200, cachedInput: 0, reasoning: 0 },
    costMicroUsd: 2_000,
    finishReason: "stop",
    promptVersion: "1",
    durationMs: 900,
  };
}
