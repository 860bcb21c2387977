import type { Node } from "../../workflow/node.ts";
import { isUnknown } from "../../workflow/unknown-value.ts";
import { proseOf } from "../prose/node-prose.ts";
import { found, onNode, withBrief, type Rule, type RuleFinding } from "../rule.ts";

const address = /\bhttps?:\/\/([a-z0-9](?:[a-z0-9.-]*[a-z0-9])?)/gi;

/** A run that goes to addresses nobody named: to read there, or to leave something there. */
export const domainOutside: Rule = {
  id: "scope/domain-outside",
  severity: "error",
  reads: "structure",
  why: "The brief doesn't name this place on the network; what is read there and what is told there would be nobody's decision.",
  examine: (examined) =>
    withBrief(examined, ({ question, scope }) => {
      const granted = [...scope.domains.map((domain) => domain.toLowerCase()), ...hostsIn(question)];
      const isGranted = (host: string) => granted.some((domain) => host === domain || host.endsWith(`.${domain.replace(/^\*?\./, "")}`));
      return found(examined.graph.nodes.flatMap((node) => findingsOf(node, isGranted)));
    }),
};

/** An address in an argument is where the call goes; one in a program or in prose may be, so it is a warning. */
function findingsOf(node: Node, isGranted: (host: string) => boolean): RuleFinding[] {
  const said = (hosts: readonly string[], severity: "error" | "warning", verb: string) =>
    hosts.filter((host) => !isGranted(host)).map((host): RuleFinding => ({ ...onNode(node, `"${node.title}" ${verb} ${host}, which the brief doesn't grant.`), severity }));
  if (node.kind === "tool" && !isUnknown(node.arguments)) return said(hostsIn(...Object.values(node.arguments)), "error", "calls");
  if (node.kind === "code" && !isUnknown(node.source)) return said(hostsIn(node.source), "warning", "names");
  return said(hostsIn(proseOf(node).text), "warning", "is told of");
}

function hostsIn(...texts: string[]): string[] {
  return [...new Set(texts.flatMap((text) => [...text.matchAll(address)].map(([, host = ""]) => host.toLowerCase())))];
}
