import type { NodeProse } from "../prose/node-prose.ts";
import { proseOf } from "../prose/node-prose.ts";
import type { Node } from "../../workflow/node.ts";
import type { Fix } from "../finding.ts";
import { setField } from "../fix.ts";
import { usualCriterion } from "../usual-words.ts";
import { found, onNode, unknownIn, type Rule } from "../rule.ts";

/** What a text looks like. */
const form =
  /\b(?:format\w*|json|ya?ml|xml|csv|html|markdown|schema|well-formed|pars(?:e|es|ed|eable|able|ing)|length|(?:word|character|token) (?:count|limit)s?|\d+ (?:words?|characters?|sentences?|paragraphs?|lines?|bullets?|pages?)|words? or (?:fewer|less)|(?:long|short) enough|too (?:long|short)|headings?|headers?|introduction|conclusion|abstract|table of contents|(?:exactly|at least|at most|no more than|no fewer than|fewer than|more than|a minimum of|a maximum of|up to) (?:\w+ )?(?:entries|items|points|rows|lines|words|sentences|bullets|sections|paragraphs|characters|pages|examples)|sections?|bullets?|bullet points?|paragraphs?|tables?|columns?|layout|templates?|spell(?:ed|ing)|grammar|grammatical\w*|typos?|punctuation|capitali[sz]\w*|style|tone|voice|concise\w*|brevity|readab\w+|reads well|well[- ]written|well[- ]structured|structured?|polished|professional\w*|polite\w*|fluent\w*|non-?empty|(?:nothing|no \w+|none) (?:is|are|stays?|remains?|was) (?:left )?(?:empty|blank|missing)|(?:not|isn['’]t|aren['’]t) (?:empty|blank|missing)|(?:is|are) (?:present|filled|set|there|included|in place)|fields?|keys?|enums?|numbered|complete sentences?|full sentences?|plain english|consistent(?:ly)? (?:terms?|terminology|naming|dates?|units?|formatting)|syntax|syntactic\w*|valid (?:json|xml|markdown|yaml|html)|types?|aligned|alignment|clickable|render(?:s|ed)?|spelled out|abbreviations?|sentences (?:are |being )?short|short sentences|simple language|language is (?:simple|plain|clear)|look and feel|number of (?:items|paragraphs|words|entries|sections|rows)|none exceeds|exceeds? \d+)\b/i;

/** What says that a claim holds, whatever else stands in the same clause. */
const strong =
  /\b(?:support(?:s|ed|ing)? (?:by|the|it|each|every|what|this|that|them)|(?:is|are|be|not|fully|really|actually|directly) supported|supports?\b|unsupported|back(?:s|ed)? (?:by|up|it)|backed|refut\w+|contradict\w*|entail\w*|substantiat\w*|corroborat\w*|verbatim|word for word|hallucinat\w*|fabricat\w*|made[- ]up|invented|grounded in|factual(?:ly)? (?:correct|right|wrong|true|accurate)\w*|factuality|factual errors?|fact-check\w*|accura(?:te|tely|cy) (?!format)|accurate\b|accuracy\b|falsehood|misrepresent\w*|misquot\w*|out of context|really says?|actually says?|says? (?:so|what|otherwise|the same|it)|carry (?:it|the)|carries|carried|prov(?:es?|en|ed) (?:by|it|the|wrong)|reproduc\w+|re-?run|holds? up|hold true|holds true|true|untrue|false|follows? from|justified by|confirmed by|confirms (?:the|it|what|each|every)|disprov\w*)\b/i;

/** What may be looked at for its support or for its looks; counts only where the clause says nothing of looks. */
const weak =
  /\b(?:evidence|quot\w+|sources?|cit(?:e|es|ed|ing|ations?)|passages?|correct(?:ly|ness)?|facts?|documents?|originals?|match(?:es|ed)?|agree(?:s|d)?|consistent with|compare\w*|trace(?:d|able|s)?|check(?:ed)? against|correspond\w*|records?|logs?|data|numbers? (?:are|is) right|right|wrong|plausib\w+|reason\w*|missed|overlook\w*|omit\w*|bugs?|behaviou?r|regression\w*|secur\w+|unsafe|safe|holds?)\b/i;

/** A check that lets every false claim pass that is nicely written. */
export const formOnly: Rule = {
  id: "verify/form-only",
  severity: "warning",
  reads: "prose",
  why: "A false claim can be valid JSON of the right length; a check has to ask whether the evidence carries it.",
  examine: ({ graph }) =>
    found(
      graph.nodes
        .filter((node) => node.kind === "verify" && speaksOfFormAlone(proseOf(node)))
        .map((node) => onNode(node, `The criteria of "${node.title}" speak of form or of quality at large, not of whether the evidence supports a claim.`, asksForEvidence(node))),
      unknownIn(graph.nodes, "the criteria", (node) => (node.kind === "verify" ? node.criteria : undefined)),
    ),
};

const mostCriteria = 19_000;

/** Puts the usual criterion before what is asked of the form; where the field has no room for it, there is no fix. */
function asksForEvidence(node: Node): Fix[] {
  const { text } = proseOf(node);
  return text.length > mostCriteria ? [] : [setField("Ask for the evidence, too", node.id, ["criteria"], `${usualCriterion} ${text}`)];
}

/** Words that praise and ask for nothing: whatever a claim says, it can be called good. */
const vague = /\b(?:good|great|fine|okay|ok|nice|reasonable|sensible|satisf\w+|quality|high[- ]quality|adequate\w*|acceptable|useful|helpful|appropriate\w*|suitable|complete(?:ness)?|thorough\w*|careful\w*|coherent|coherence|makes? sense|looks? (?:good|right|fine)|(?:is|are|be|reads?|writes?|written|states?) (?:\w+ )?clear(?:ly)?(?! (?:from|that|which|what|who|whether|in|by|how|why))|clarity|(?:well[- ])?organi[sz]ed|pleasant|engaging|elegant|impressive|neat(?:ly)?|tid(?:y|ily)|attractive|easy to (?:read|follow|understand|grasp)|best|excellent|convincing|impression|happy|meets? (?:the )?(?:expectations|standards))\b/i;

function speaksOfFormAlone({ text, isEnglish }: NodeProse): boolean {
  if (!isEnglish || (!form.test(text) && !vague.test(text))) return false;
  return text.split(/[.;,:\n()]|\b(?:and|but|that|which)\b/i).every((clause) => !strong.test(clause) && (form.test(clause) || vague.test(clause) || !weak.test(clause)));
}
