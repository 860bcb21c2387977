import { isUnknown } from "../../workflow/unknown-value.ts";
import { setField } from "../fix.ts";
import { proseOf } from "../prose/node-prose.ts";
import { saysSo } from "../prose/says.ts";
import { found, onNode, type Rule, type RuleFinding } from "../rule.ts";

const cited = "(?:citations?|references?|sources?|quotes?|footnotes?)";
const waived = [
  new RegExp(`\\bno need (?:to (?:cite|quote|reference)|for ${cited})\\b`, "i"),
  new RegExp(`\\bwithout (?:${cited}|citing|quoting|naming sources)\\b`, "i"),
  new RegExp(`\\b(?:don['’]t|do not|never|needn['’]t|need not|avoid) (?:cit(?:e|ing) (?:sources?|anything)|(?:include|add|show|list|give|put in|including|adding) (?:any )?${cited})\\b`, "i"),
  new RegExp(`\\b${cited} (?:are|is) (?:not (?:needed|necessary|required)|optional|unnecessary)\\b`, "i"),
  new RegExp(`\\b(?:omit|drop|strip|leave out|remove|skip) (?:all |the |any )?${cited}\\b`, "i"),
];

/** A report that reads well and can't be followed back to anything. */
export const uncited: Rule = {
  id: "synthesis/uncited",
  severity: "error",
  reads: "prose",
  why: "A reader couldn't tell which sentence rests on a source and which on nothing.",
  examine: ({ graph, view }) =>
    found(
      graph.nodes.flatMap((node): RuleFinding[] => {
        if (node.kind === "synthesize" && !node.requireEvidence) {
          return [onNode(node, `"${node.title}" may write claims that rest on no evidence.`, [setField("Ask for evidence", node.id, ["requireEvidence"], true)])];
        }
        if (node.kind === "agent" && view.reports.includes(node) && !isUnknown(node.output) && node.output.as === "text") {
          return [onNode(node, `"${node.title}" writes the report as plain text, without claims and their evidence.`, [setField("Have it answer in claims", node.id, ["output"], { as: "claims" })])];
        }
        const said = node.kind === "synthesize" ? saysSo(proseOf(node), waived) : null;
        return said === null ? [] : [{ ...onNode(node, `The instructions of "${node.title}" say "${said}".`), severity: "warning" }];
      }),
    ),
};
