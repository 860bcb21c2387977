import { found, onNode, type Rule } from "../rule.ts";

/** A check of what has been handed over already. */
export const afterReport: Rule = {
  id: "verify/after-report",
  severity: "error",
  reads: "structure",
  why: "The report is written before the check has said anything, so it says what nobody checked.",
  examine({ graph, view }) {
    const reports = view.reports.filter(({ id }) => graph.reportNode === undefined || id === graph.reportNode);
    const behind = view.after(reports);
    const name = reports.map(({ title }) => `"${title}"`).join(" and ");
    return found(graph.nodes.filter((node) => node.kind === "verify" && behind.has(node)).map((node) => onNode(node, `"${node.title}" checks after ${name} is written.`)));
  },
};
