import type { Node } from "../../workflow/node.ts";
import { isUnknown } from "../../workflow/unknown-value.ts";
import { proseOf } from "../prose/node-prose.ts";
import { rememberPerNode } from "../prose/remember.ts";
import { found, onNode, withBrief, type Rule, type RuleFinding } from "../rule.ts";

const address = /\bhttps?:\/\/([a-z0-9](?:[a-z0-9.-]*[a-z0-9])?)/gi;
/** A host without its scheme, as people write it: under a name that nothing else in a text ends with. */
const bareHost = /(?<![@\w./:-])((?:[a-z0-9](?:[a-z0-9-]{0,60}[a-z0-9])?\.){1,4}(?:com|org|net|gov|edu|eu|de|uk|fr|ch|info|dev|example|int|mil))(?![\w-]|\.[a-z0-9])/g;
/** Public places that are called by their names. */
const places = new Map([["wikipedia", "wikipedia.org"], ["reddit", "reddit.com"], ["twitter", "twitter.com"], ["youtube", "youtube.com"], ["linkedin", "linkedin.com"], ["facebook", "facebook.com"], ["github", "github.com"], ["stack overflow", "stackoverflow.com"], ["stackoverflow", "stackoverflow.com"], ["hacker news", "news.ycombinator.com"], ["quora", "quora.com"], ["google scholar", "scholar.google.com"], ["pubmed", "pubmed.ncbi.nlm.nih.gov"], ["arxiv", "arxiv.org"], ["glassdoor", "glassdoor.com"], ["trustpilot", "trustpilot.com"]]);
const sentThere = new RegExp(`\\b(?:search|consult|browse|visit|open|scrape|query|go to|look (?:on|at|up on|through)|check|read|found on|from|on|via) (${[...places.keys()].join("|")})\\b`, "gi");

/** A run that goes to addresses nobody named: to read there, or to leave something there. */
export const domainOutside: Rule = {
  id: "scope/domain-outside",
  severity: "error",
  reads: "structure",
  why: "The brief doesn't name this place on the network; what is read there and what is told there would be nobody's decision.",
  examine: (examined) =>
    withBrief(examined, ({ question, requirements, scope }) => {
      const asked = [question, ...requirements.map(({ text }) => text)].join("\n");
      const granted = [...scope.domains.map((domain) => domain.toLowerCase()), ...hostsToldIn(asked), ...[...places].flatMap(([name, host]) => (`${asked} ${scope.collections.join(" ")}`.toLowerCase().includes(name) ? [host] : []))];
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
  return said(hostsToldTo(node), "warning", "is told of");
}

const mayNameHost = /:\/\/|\.(?:com|org|net|gov|edu|eu|de|uk|fr|ch|info|dev|example|int|mil)(?!\w)/;
const mayCallPlace = new RegExp([...places.keys()].join("|"), "i");

const hostsToldTo = rememberPerNode((node) => hostsToldIn(proseOf(node).text));

/** Hosts of a text, whether it gives their address, only their name, or what people call them. */
function hostsToldIn(text: string): string[] {
  const hosts = mayNameHost.test(text) ? [...hostsIn(text), ...[...text.matchAll(bareHost)].map(([, host = ""]) => host)] : [];
  const called = mayCallPlace.test(text) ? [...text.matchAll(sentThere)].flatMap(([, name = ""]) => places.get(name.toLowerCase()) ?? []) : [];
  return [...new Set([...hosts, ...called])];
}

function hostsIn(...texts: string[]): string[] {
  return [...new Set(texts.flatMap((text) => [...text.matchAll(address)].map(([, host = ""]) => host.toLowerCase())))];
}
