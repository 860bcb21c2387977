import { proseOf } from "../prose/node-prose.ts";
import type { Node } from "../../workflow/node.ts";
import type { Fix } from "../finding.ts";
import { setField } from "../fix.ts";
import { usualCriterion } from "../usual-words.ts";
import { found, onNode, unknownIn, type Rule } from "../rule.ts";

/** What a text looks like. */
const form =
  /\b(?:format\w*|json|ya?ml|xml|csv|html|markdown|schema|well-formed|pars(?:e|es|ed|eable|able|ing)|length|(?:word|character|token) (?:count|limit)s?|\d+ (?:words?|characters?|sentences?|paragraphs?|lines?|bullets?|pages?)|words? or (?:fewer|less)|(?:long|short) enough|too (?:long|short)|headings?|headers?|introduction|conclusion|abstract|table of contents|(?:exactly|at least|at most|no more than|no fewer than|fewer than|more than|a minimum of|a maximum of|up to) (?:\w+ )?(?:entries|items|points|rows|lines|words|sentences|bullets|sections|paragraphs|characters|pages|examples)|sections?|bullets?|bullet points?|paragraphs?|tables?|columns?|layout|templates?|spell(?:ed|ing)|grammar|grammatical\w*|typos?|punctuation|capitali[sz]\w*|style|tone|voice|concise\w*|brevity|readab\w+|reads well|well[- ]written|well[- ]structured|structured?|polished|professional\w*|polite\w*|fluent\w*|non-?empty|(?:nothing|no \w+|none) (?:is|are|stays?|remains?|was) (?:left )?(?:empty|blank|missing)|(?:not|isn['’]t|aren['’]t) (?:empty|blank|missing)|(?:is|are) (?:present|filled|set|there|included|in place)|fields?|keys?|enums?|numbered|complete sentences?|full sentences?|plain english|consistent(?:ly)? (?:terms?|terminology|naming|dates?|units?|formatting)|syntax|syntactic\w*|valid (?:json|xml|markdown|yaml|html)|types?|aligned|alignment|clickable|render(?:s|ed)?|spelled out|abbreviations?|sentences (?:are |being )?short|short sentences|simple language|language is (?:simple|plain|clear)|look and feel|number of (?:items|paragraphs|words|entries|sections|rows)|none exceeds|exceeds? \d+|arrays?|objects?|strings?|booleans?|integers?|ids?|properties|attributes|serial\w+|commas?|brackets?|parenthes[ie]s|footnotes?|(?:correct|proper|good|plain|simple|british|american|clean) (?:english|language)|file (?:names?|sizes?|types?|extensions?)|reads? (?:well|smoothly|nicely|naturally|easily|like)|(?:first|second|third) person|(?:past|present) tense|(?:active|passive) voice|(?:one|two|three|a single) (?:sentences?|paragraphs?|lines?|words?|pages?)|word choice|wording|flows?|friendl\w+|diction|phrasing|smooth\w*|vocabulary|emojis?|hyphen\w*|quotation marks|bold|italics?|fonts?|colou?rs?|margins?|spacing|indent\w*|whitespace|line breaks?|(?:title|lower|upper)[- ]?case|consecutive(?:ly)?|alphabetical\w*|sorted by|full stops?|topic sentences?|filler|jargon|repetiti\w+|title|subtitles?|captions?|keywords?|metadata)\b/i;

/** What says that a claim holds, whatever else stands in the same clause. */
const strong =
  /\b(?:as (?:the )?claim(?:ed|s)|support(?:s|ed|ing)? (?:by|the|it|each|every|what|this|that|them)|(?:is|are|be|not|fully|really|actually|directly) supported|supports?\b|unsupported|back(?:s|ed)? (?:by|up|it)|backed|refut\w+|contradict\w*|entail\w*|substantiat\w*|corroborat\w*|verbatim|word for word|hallucinat\w*|fabricat\w*|made[- ]up|invented|grounded in|factual(?:ly)? (?:correct|right|wrong|true|accurate)\w*|factuality|factual errors?|fact-check\w*|accura(?:te|tely|cy) (?!format)|accurate\b|accuracy\b|falsehood|misrepresent\w*|misquot\w*|out of context|really says?|actually says?|says? (?:so|what|otherwise|the same|it)|carr(?:y|ies|ied) (?:it|the|this|that|each|every|what|by)|prov(?:es?|en|ed) (?:by|it|the|wrong)|reproduc\w+|re-?run|holds? up|hold true|holds true|true|untrue|false|follows? from|justified by|confirmed by|confirms (?:the|it|what|each|every)|disprov\w*|(?:quoted|cited) (?:passages?|paragraphs?|sentences?|words|text|lines?|pages?|clauses?|places?|sections?) (?:(?:must|should|has to|have to|needs? to|does|really|actually|itself|themselves) ){0,2}(?:states?|says?|gives?|contains?|shows?|names?|mentions?|holds?|reads?)|states? (?:this|that|it|so|what|exactly|the same)|letter (?:by|for) letter|(?:check|compar|h[eo]ld|match|verif|test|measur|look)\w* (?:[\w'’]+ ){0,6}(?:against|with|up in) (?:the|its|their|what|every|each)(?! (?:\w+ )?(?:templates?|schemas?|styles?|formats?|checklists?|guides?|guidelines?|outlines?|layouts?|rules?|limits?|requirements?|brief|specifications?|example|headings?))|the same (?:thing|conclusion|number|figure|value|meaning|sense)|recalculat\w*|recomput\w*|borne out|goes? beyond|in the (?:cited|quoted|original|named|linked) \w+|what (?:the|its|each|every) (?:source|passage|document|page|text|evidence)s? (?:says?|states?|gives?|shows?))\b/i;

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
        .filter((node) => node.kind === "verify" && speaksOfFormAlone(node))
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

/** A line of Markdown, or a few words with a colon, that name the check and ask for nothing. */
const heading = /^\s*(?:#{1,6} [^\n]{1,120}\n|\*\*[^*\n]{1,80}\*\*[:.]?\s|(?!(?:check|verify|confirm|ensure|make sure|pass|reject|a claim)\b)(?:[\w-]+ ){0,3}[\w-]+:\s)/i;

/** Criteria without the name of their step, which may speak of evidence where they don't. */
function withoutHeading(text: string, title: string): string {
  const isNamed = text.slice(0, title.length).toLowerCase() === title.toLowerCase() && /^\s*(?:[:.!?\-–—\n]|$)/.test(text.slice(title.length));
  return (isNamed ? text.slice(title.length) : text).replace(heading, "");
}

function speaksOfFormAlone(node: Node): boolean {
  const { text, isEnglish } = proseOf(node);
  if (!isEnglish || (!form.test(text) && !vague.test(text))) return false;
  return withoutHeading(text, node.title).split(/[.;,:\n()]|\b(?:and|but|that|which)\b/i).every((clause) => !strong.test(clause) && (form.test(clause) || vague.test(clause) || !weak.test(clause)));
}
