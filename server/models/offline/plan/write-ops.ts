import type { PlanRequest } from "../../../../core/planning/plan-request.ts";
import type { OpInput } from "../../../../core/workflow/op.ts";
import { cleanLine } from "../question/words.ts";
import { allotBudget } from "./allot-budget.ts";
import { describeFindings, type Findings } from "./findings.ts";
import { fitParts } from "./fit-parts.ts";
import { createIds } from "./node-id.ts";
import type { Outline } from "./part.ts";
import { describeStrategy } from "./describe-strategy.ts";
import { writePart, type PartPlace } from "./write-part.ts";

/** A plan as ops, in the order in which each of them applies. */
export function writeOps(outline: Outline, request: PlanRequest, findings: Findings): OpInput[] {
  const { brief } = request;
  const fitted = fitParts(outline.parts, brief);
  const allotment = allotBudget(fitted, brief);
  const newId = createIds();
  const checkId = newId("check");
  const reportId = newId("report");
  const idsByKey = new Map(fitted.parts.map(({ key }) => [key, newId(key)]));
  const hasCombine = fitted.parts.some(({ needs }) => needs.length > 0);
  const edges = createEdges();
  const tools = request.tools.filter(({ effects }) => effects === "read-only").map(({ name }) => name);
  const collections = request.collections.map(({ name }) => name);

  const phases = [
    { id: "read", title: "Read" },
    ...(hasCombine ? [{ id: "combine", title: "Put together" }] : []),
    { id: "check", title: "Check" },
    { id: "report", title: "Report" },
  ];
  const title = [{ path: ["title"], value: cleanLine(outline.title, 100) }];
  const rest = [
    { path: ["strategy"], value: describeStrategy(outline, fitted, request, findings) },
    { path: ["phases"], value: phases },
  ];

  const parts = fitted.parts.flatMap((part) => {
    const id = idsByKey.get(part.key) ?? part.key;
    const found = findings.of(part.query);
    const near = new Set((found ?? []).map(({ collection }) => collection));
    const place: PartPlace = {
      id,
      rationale: part.needs.length > 0 ? part.why : `${part.why} ${describeFindings(found, part.query)}`.trim(),
      sources: near.size === 0 ? collections : collections.filter((name) => near.has(name)),
      tools: part.searches ? tools : [],
      allotment,
      maxItems: fitted.maxItems,
    };
    const inputs = part.needs.flatMap((key) => idsByKey.get(key) ?? []).map((from) => edges(from, id));
    return [...writePart(part, place), ...inputs];
  });

  const results = fitted.parts.map(({ key }) => edges(idsByKey.get(key) ?? key, checkId));
  const votes = fitted.votes > 1 ? ` ${fitted.votes} votes, because the brief has critical requirements.` : "";
  return toldApart([
    { op: "plan-update", changes: title },
    { op: "plan-update", changes: rest },
    ...parts,
    {
      op: "node-add",
      node: {
        kind: "verify",
        phase: "check",
        id: checkId,
        title: "Check claims against their quotes",
        rationale: `Whoever found a claim believes it; this check sees the claims and their quotes, not how anybody got there.${votes}`,
        criteria: `A claim is supported when its quotes alone carry it, refuted when they say otherwise, and not decided when they are about something else or leave a part open. ${outline.checkNote}`,
        sees: ["claims", "evidence"],
        votes: fitted.votes,
        onRefuted: "mark",
        budget: allotment.check,
      },
    },
    ...results,
    {
      op: "node-add",
      node: {
        kind: "synthesize",
        phase: "report",
        id: reportId,
        title: "Report",
        rationale: "One place writes, from checked claims only, so that a reader can follow each sentence back to its quote.",
        instructions: `Answer the question in the language it is asked in. ${outline.reportOrder} Every sentence rests on a checked claim; refuted and undecided ones are shown as such, and what contradicts stays in with both quotes.`,
        conflicts: "keep",
        requireEvidence: true,
        budget: allotment.report,
      },
    },
    edges(checkId, reportId),
    { op: "plan-update", changes: [{ path: ["reportNode"], value: reportId }] },
  ]);
}

/** No two nodes of a plan have one title: in an outline or a comment nobody could tell which is meant. */
function toldApart(ops: readonly OpInput[]): OpInput[] {
  const taken = new Set<string>();
  return ops.map((op) => {
    if (op.op !== "node-add") return op;
    const { title } = op.node;
    let free = title;
    for (let count = 2; taken.has(free.toLowerCase()); count += 1) free = `${title} (${count})`;
    taken.add(free.toLowerCase());
    return { ...op, node: { ...op.node, title: free } };
  });
}

/** Numbers edges in the order in which they are written. */
function createEdges(): (from: string, to: string) => OpInput {
  let count = 0;
  return (from, to) => {
    count += 1;
    return { op: "edge-add", edge: { id: `e${count}`, from, to } };
  };
}
