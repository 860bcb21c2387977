import type { OpInput } from "../../core/workflow/op.ts";

/** Ends the rationale of each step, so that nobody takes it for the model's. */
const planted = "Planted by the example.";

/**
 * Steps that stand for four ways in which generated plans go wrong unseen. They lean on no step of the plan that they
 * are added to: it is written anew each time.
 */
export const plantedWeaknesses: readonly OpInput[] = [
  // A tool that the brief doesn't grant.
  {
    op: "node-add",
    node: {
      kind: "agent",
      id: "ask-the-web",
      title: "Ask the web what others did",
      rationale: `Other people had this problem before. ${planted}`,
      instructions: "Search the web for people with the same problem and note what helped them.",
      tools: ["search_sources", "search_web"],
      maxTurns: 4,
    },
  },
  // A map that multiplies what looks small on its card.
  {
    op: "node-add",
    node: {
      kind: "map",
      id: "read-everything",
      title: "Read every document once more",
      rationale: `So that nothing is missed. ${planted}`,
      items: "brief.scope.collections",
      itemKey: "item",
      maxItems: 800,
      concurrency: 4,
    },
  },
  {
    op: "node-add",
    node: {
      kind: "agent",
      id: "read-one",
      title: "Read one document",
      parent: "read-everything",
      rationale: `One worker for each document. ${planted}`,
      instructions: "Read the document whole and note everything about streams.",
      tools: ["read_source"],
      maxTurns: 3,
    },
  },
  // Claims that reach a text for readers without a verify step between.
  {
    op: "node-add",
    node: {
      kind: "synthesize",
      id: "short-answer",
      title: "Write a short answer for the impatient",
      rationale: `Not everybody reads a report. ${planted}`,
      instructions: "Answer in three sentences.",
    },
  },
  { op: "edge-add", edge: { id: "ask-the-web-short-answer", from: "ask-the-web", to: "short-answer" } },
  { op: "edge-add", edge: { id: "read-everything-short-answer", from: "read-everything", to: "short-answer" } },
  // Two steps that wait for each other.
  {
    op: "node-add",
    node: {
      kind: "agent",
      id: "order-the-checks",
      title: "Put the checks in order",
      rationale: `What is cheap to check comes first. ${planted}`,
      instructions: "Order the checks by how quickly each can be made.",
      maxTurns: 2,
    },
  },
  {
    op: "node-add",
    node: {
      kind: "agent",
      id: "weigh-the-causes",
      title: "Weigh the causes",
      rationale: `What is likely is checked before what is not. ${planted}`,
      instructions: "Say for each cause how likely it is, by the order of the checks.",
      maxTurns: 2,
    },
  },
  { op: "edge-add", edge: { id: "order-the-checks-weigh-the-causes", from: "order-the-checks", to: "weigh-the-causes" } },
  { op: "edge-add", edge: { id: "weigh-the-causes-order-the-checks", from: "weigh-the-causes", to: "order-the-checks" } },
];
