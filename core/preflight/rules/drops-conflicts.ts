import { setField } from "../fix.ts";
import { proseOf } from "../prose/node-prose.ts";
import { rememberPerNode } from "../prose/remember.ts";
import { saysSo } from "../prose/says.ts";
import { found, onNode, type Rule, type RuleFinding } from "../rule.ts";

const conflict = "(?:contradict\\w*|conflict\\w*|disagree\\w*|dissent\\w*|outliers?|inconsisten\\w*|minority|opposing|divergent|diverging|discrepanc\\w*|disputed?|disputes|differing|deviating|diverge|differ|clash\\w*|collid\\w+|incompatib\\w+|at odds|rival (?:claims|views|figures))";
const away = "(?:ignore|discard|drop|omit|leave out|leave aside|remove|skip|suppress|hide|exclude|filter out|throw (?:out|away)|eliminate|smooth (?:over|out)|gloss over|paper over|iron out|cut|delete|disregard|set aside|average out|avoid (?:confusing|burdening|overwhelming|distracting|bothering|showing|presenting|reporting|including)|silently resolve|merge away|avoid mentioning|(?:do not|don['’]t|never|not) (?:mention|show|report|include|discuss|bring up|raise))";
const gone = "(?:ignored|discarded|dropped|omitted|left out|left aside|removed|skipped|suppressed|hidden|excluded|filtered out|smoothed (?:over|out)|disregarded|resolved silently|averaged(?: out)?|merged away|not (?:mentioned|shown|reported|included))";
const one = "(?:only (?:the |one )?|(?:the )?(?:(?:most|more) \\w+|newer|older|later|earlier|better|best|mean|average|median|first|last|(?:one|claim|answer|value|figure|version|source) (?:with|that|which)|most (?:common|likely|plausible|frequent|confident|recent|popular|convincing)|majority|consensus|dominant|stronger|strongest|newest|latest|single)|whichever|one (?:of them|version|side|view|answer|value)|a single)";

const patterns = [
  new RegExp(`\\b${away}\\b(?:(?!,? (?:and|but) (?:show|mark|name|say|flag|state|quote|list|keep)\\b)[^.;]){0,60}?\\b${conflict}\\b`, "i"),
  new RegExp(`\\b${conflict}\\b[^.;]{0,60}?\\b(?:(?:should|can|may|must|is|are|be|get|to be)\\s+)+(?:simply |just |silently )?${gone}\\b`, "i"),
  new RegExp(`\\b${conflict}\\b[^.;]{0,60}?\\b(?:pick|choose|keep|use|take|prefer|select|go with|present|report|settle on|adopt|trust)\\b(?:(?!\\b(?:not|never|don['’]t)\\b)[^.;]){0,30}?\\b${one}`, "i"),
  new RegExp(`\\b(?:pick|choose|keep|use|take|prefer|select|go with|present|report|settle on|adopt|trust|resolve)\\b(?:(?!\\b(?:not|never|don['’]t)\\b)[^.;]){0,40}?\\b${one}\\b[^.;]{0,60}?\\b${conflict}\\b`, "i"),
  new RegExp(`\\bresolve\\b[^.;]{0,30}?\\b${conflict}\\b[^.;]{0,40}?\\b(?:by|in favou?r of|to)\\b[^.;]{0,30}?\\b(?:majority|vote|${one}|picking|choosing|averag\\w+)`, "i"),
  new RegExp(`\\b(?:harmoni[sz]e|reconcile|blend|merge|unify|average)\\b[^.;]{0,30}?\\b${conflict}\\b[^.;]{0,60}?\\b(?:into|to|as) (?:a|one)\\b`, "i"),
  new RegExp(`\\b${conflict}\\b[^.;]{0,60}?\\b${one}[^.;]{0,20}?\\b(?:wins?|prevails?|counts|decides|is (?:kept|used|taken))\\b`, "i"),
  new RegExp(`\\baverage\\b[^.;]{0,20}?\\b${conflict}\\b`, "i"),
  new RegExp(`\\b(?:do not|don['’]t|never|no need to|need not|needn['’]t) (?:trouble|bother|confuse|burden|worry|distract|irritate)\\b[^.;]{0,30}?\\b${conflict}\\b`, "i"),
  new RegExp(`\\b(?:keep|leave|hold)\\b[^.;]{0,30}?\\b${conflict}\\b[^.;]{0,20}?\\b(?:out of|away from|to yourself|internal|behind the scenes|unmentioned)\\b`, "i"),
  new RegExp(`\\b(?:readers?|users?|clients?|customers?|board|audience|management)\\b[^.;]{0,20}?\\b(?:need not|needn['’]t|should not|shouldn['’]t|must not|(?:does|do)(?: not|n['’]t) need to)\\b[^.;]{0,30}?\\b${conflict}\\b`, "i"),
  /\bspeaks? with (?:one|a single) voice\b/i,
  new RegExp(`\\b(?:resolve|settle|clear up|sort out)\\b[^.;]{0,30}?\\b${conflict}\\b[^.;]{0,20}?\\b(?:silently|quietly|tacitly|without (?:a word|mention\\w*|saying so))\\b`, "i"),
  new RegExp(`\\b${away}\\b[^.;]{0,40}?\\b(?:that|which|what|whatever) (?:do not|does not|don['’]t|doesn['’]t|fails? to|won['’]t) (?:fit|match|agree|align|conform|support|belong)\\b`, "i"),
  /\b(?:keep|use|report|present|show|retain|include|give|write down) only (?:the |what the )?(?:majority|consensus|dominant|prevailing|mainstream|most common|agreed|stronger|strongest|winning)\b/i,
  /\b(?:smooth|gloss|paper|iron|plane) (?:over|out|away)\b[^.;]{0,30}?\b(?:differences?|divergences?|tensions?|contrasts?|edges)\b/i,
  /(?<!\b(?:if|where|when|there are|there is|are there|is there)\s)\bno (?:conflicting|contradict\w+|contrary|dissenting) (?:\w+ )?(?:statements?|claims?|views?|findings?|figures?|voices?|opinions?)\b[^.;]{0,10}?\b(?:in|within) (?:the|this|your) (?:text|report|answer|summary|result)\b/i,
  /\bonly\b[^.;]{0,40}?\b(?:(?:all|both|everyone|everybody|every \w+|most)\b[^.;]{0,30}?\bagrees?\b|agreed (?:on|upon)|unanimous\w*|undisputed)/i,
  /\b(?:only|just)\b[^.;]{0,25}?\b(?:the )?(?:majority|consensus)\b(?: view| opinion| position| answer)?/i,
  /\b(?:one|a) (?:single,? )?(?:coherent|consistent|unified|clean|clear|unambiguous|seamless) (?:story|narrative|picture|message|line|answer|voice|account)\b/i,
];

const saidOf = rememberPerNode((node) => (node.kind === "synthesize" || node.kind === "agent" ? saysSo(proseOf(node), patterns) : null));

/** A report in which everything agrees, because whatever didn't was left out. */
export const dropsConflicts: Rule = {
  id: "synthesis/drops-conflicts",
  severity: "error",
  reads: "prose",
  why: "Where two sources contradict each other the reader has to know it; dropped, the report looks surer than it is.",
  examine: ({ graph }) =>
    found(
      graph.nodes.flatMap((node): RuleFinding[] => {
        if (node.kind === "synthesize" && node.conflicts === "drop") {
          return [onNode(node, `"${node.title}" drops claims that contradict each other.`, [setField("Keep both sides", node.id, ["conflicts"], "keep")])];
        }
        const said = saidOf(node);
        return said === null ? [] : [{ ...onNode(node, `"${node.title}" is told: "${said}".`), severity: "warning" }];
      }),
    ),
};
