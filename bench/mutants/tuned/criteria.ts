import { inEnglish, perNode, withGraph, wordings, type Operator } from "../operator.ts";

const formOnly = [
  "The answer must be valid JSON and have all fields of the schema.",
  "Check the headings, the length (at most two pages) and that every bullet ends with a full stop.",
  "Spelling, grammar and consistent capitalisation. Tables must have a header row.",
  "Ensure the output is well formatted, complete and in the requested structure.",
  "Is the text between 300 and 500 words? Is there one section per item? Are dates in ISO format?",
  "Make sure that each statement has an id, a title and a non-empty quote field.",
  "It is to be checked that the layout corresponds to the template and that the style is factual.",
  "Please verify that the tone is professional and that Markdown renders properly.",
];

const appearance = [
  "Columns are aligned, links are clickable, and abbreviations are spelled out at first use.",
  "The verifier confirms that the number of items equals the number of paragraphs and that none exceeds 80 words.",
  "Look at structure only: title, introduction, body, conclusion.",
  "Schema check: required keys present, types right, no extra keys.",
  "You check if the language is simple, the sentences short and the list numbered.",
];

export const criteriaOperators: Operator[] = [
  { name: "criteria about form", breaks: "prose", caughtBy: ["verify/form-only"], mutate: inEnglish(wordings(formOnly, (criteria) => perNode("verify", () => ({ criteria })))) },
  { name: "all criteria about form", breaks: "prose", caughtBy: ["verify/form-only"], mutate: inEnglish(wordings(appearance, (criteria) => (plan) => [withGraph(plan, { nodes: plan.graph.nodes.map((node) => (node.kind === "verify" ? { ...node, criteria: `${node.title}: ${criteria}` } : node)) })])) },
];
