import { isEnglish } from "../prose/english.ts";
import { saysSo } from "../prose/says.ts";
import { sentencesOf } from "../prose/words.ts";
import { usualDone } from "../usual-words.ts";
import { found, type Rule } from "../rule.ts";

const who =
  "(?:workers?|(?:sub-?|child )?agents?|steps?|branch(?:es)?|nodes?|tasks?|subtasks?|researchers?|readers?|calls?|runs?|jobs?|stages?|phases?|threads?|reviewers?|reviews|analysts?|processes|workstreams?|analys[ei]s|searches|investigations?|extractions?|checks?|queries|evaluations?|sections|parallel \\w+|of them|everyone|outputs?|results?|responses?|verifiers?|verification steps?|checkers?|extractors?|searchers?|specialists?|experts?|assistants?|participants?|contributors?|colleagues?|lanes?|assignments?|errands?|work (?:items?|packages?)|bots?|loops?|joins?|contributions|submissions|deliverables|replies|returns|investigators?)";
const ended =
  "(?:reports?|runs|return(?:s|ed)?|finish(?:es|ed)?|complet(?:es?|ed|ion)|done|respond(?:s|ed)?|answered|answers|repl(?:y|ies|ied)|report(?:s|ed)? (?:back|in)|(?:is |are |has come |have come )?back|reported|end(?:s|ed)?|terminat\\w+|stop(?:s|ped)?|exit\\w*|submitted|submits|deliver(?:s|ed)|succeed(?:s|ed)?|successful\\w*|c[oa]mes? (?:back|in|home|to (?:an|its|their) end)|received|collected|gathered|in|run|ran|executed|through|merged|hand(?:s|ed) (?:in|over|back)|turn(?:s|ed) in|green|over|gone (?:quiet|home|through)|fall(?:s|en) silent|produc(?:es|ed) (?:an |their |its |some |any |one )?(?:outputs?|results?|answers?|texts?|files?|something)|checked in|sent (?:something|their|its|an?|back)|spoken|spoke|said (?:their|its|something|what)|had (?:its|their|a) (?:turn|say)|filed|posted|arrived|landed|wound (?:up|down)|shut down|idle|inactive|signed off|contributed|reached (?:its|their|the) end|given (?:an?|its|their|some)|provided|supplied|uploaded|marked|ticked|ready|accounted for|heard from|exists?|present|there|available|stored|closed|delivered|worked off|concluded)";
const started = "(?:pending|left|remain\\w*|running|outstanding|active|open|waiting|working|busy|queued|in (?:flight|progress)|missing|unfinished|incomplete|still (?:to|at|going|on)|to do|alive|failed|crashed|errored|timed out)";
const many = "(?:\\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty)";
const things = "(?:results?|outputs?|answers?|reports?|responses?|returns?|replies|files?|contributions?|submissions?|deliverables?|workers?|agents?|texts?|messages?)";

const vacuous = [
  new RegExp(`\\b(?:all|every|each|both|the last|the final|the slowest|any remaining)\\b[^.;]{0,40}?\\b${who}\\b[^.;]{0,40}?\\b${ended}\\b`, "i"),
  new RegExp(`\\b(?:no|not one|not a single)\\b[^.;]{0,20}?\\b${who}\\b[^.;]{0,20}?\\b${started}\\b`, "i"),
  new RegExp(`\\bnone of\\b[^.;]{0,20}?\\b${who}\\b[^.;]{0,20}?\\b${started}\\b`, "i"),
  new RegExp(`\\b(?:number|count|tally|quantity) of (?:\\w+ ){0,2}${things}\\b[^.;]{0,40}?\\b(?:equals?|match\\w*|reach\\w*|hits|corresponds|agrees with|is (?:the same as|equal to|as (?:large|high)))`, "i"),
  new RegExp(`\\bas many ${things} as\\b|\\b(?:one|an?|some) ${things} (?:per|for (?:each|every)|from (?:each|every)) (?:\\w+ )?${who}\\b`, "i"),
  new RegExp(`\\b${many} ?(?:of|out of|/) ?(?:the |all )?${many}\\b[^.;]{0,40}?\\b${ended}\\b`, "i"),
  new RegExp(`\\b(?:all )?(?:the )?${many} ${things} (?:have|has|are|is|were|exist|lie|come|came|arrive|arrived|return|returned|report|reported|received|collected|delivered)\\b`, "i"),
  new RegExp(`\\b(?:all(?: of)?(?: the)? ${many}|the (?:last|final|slowest)(?: one| of them)?) (?:(?:has|have|is|are|been|had|was|were|simply|already|finally) ){1,3}${ended}\\b`, "i"),
  /\bheard (?:back )?from (?:all|every|each|the last|everyone|everybody)\b/i,
  new RegExp(`\\b100 ?(?:%|percent) of\\b[^.;]{0,20}?\\b${who}\\b`, "i"),
  new RegExp(`\\b(?:everything|everyone|everybody|they(?: all)?|all(?: of them)?|each(?: one)?|every one(?: of them)?|the (?:whole )?(?:team|crew|lot|fleet|swarm|group)) (?:(?:has|have|is|are|had|was|were|been|simply|already|finally) ){0,3}${ended}\\b`, "i"),
  new RegExp(`\\b${things} (?:(?:of|from|by) [^.;]{1,40}? )?(?:is|are|has|have|were|was) (?:all )?(?:been )?(?:in|there|received|collected|gathered|merged|stored|concatenated|available|present|handed (?:in|over)|delivered|returned|on the table|complete)\\b`, "i"),
  new RegExp(`\\b(?:nothing|no one|nobody|none|no more) (?:is |are |has |have |was )?(?:still )?${started}\\b`, "i"),
  /\b(?:queue|backlog|board|to-?do list|work ?list|list of (?:tasks|steps|assignments)|schedule)\b[^.;]{0,20}?\b(?:empty|cleared|worked off|worked through|done|exhausted|finished)\b/i,
  /\b(?:the )?(?:whole )?(?:pipeline|workflow|run|graph|plan|process|execution|sequence|chain|orchestration)\b[^.;]{0,30}?\b(?:(?:is|has|was) (?:been )?(?:done|finished|over|completed?|run|executed|green|through)|finish(?:es|ed)|complet(?:es|ed)|ends|ended|ran (?:through|to (?:the end|completion))|runs (?:through|to (?:the end|completion))|has run|reach(?:es|ed) (?:its|the) (?:end|last (?:step|node))|terminates|comes? to (?:an|its) end)\b/i,
  /^(?:(?:it is )?(?:done|finished|complete) )?(?:(?:when|once|as soon as|after) )?(?:the|a|an|its) (?:final |finished )?(?:report|document|text|summary|answer|output|result|file)(?: itself)? (?:is|has been|was|lies?|exists?)\b(?: (?:there|written|produced|generated|created|delivered|finished|ready|done|complete|sent|out|available|on the table|published|saved|stored))?\.?$/i,
  /\b(?:all|every\w*|each|the)? ?(?:lights?|boxes|status(?:es)?|lamps?|ticks?|progress bars?) (?:is|are|has|have|show|shows|turned?) (?:\w+ )?(?:green|ticked|done|completed?|finished|full|at 100)/i,
  /\b(?:the )?(?:time|deadline|budget|tokens?|money|turns?)(?: limit| budget)? (?:is|are|has been|have been|has|was|runs?) (?:up|spent|used up|exhausted|reached|out|over|passed)\b/i,
];

/** What is reached rather than who came back. */
const reached =
  /\b(?:claims?|requirements?|evidence|quot\w+|verif(?:y|ies|ied|ication)\b(?! steps?| nodes?| agents?)|verdicts?|checked|covers?|covered|questions?|support\w*|sources?|refut\w+|unanswered|cited|citations?|confirmed|tests? pass\w*|criteria|resolved|agree\w*|root cause|explained|reproduc\w+|each item|every item|every vendor|open points?|gaps?|conflicts?|named as|passages?|substantiat\w*|approv(?:al|ed|es)|decided|proven?|traced)\b/i;
/** What somebody came back with is no proof of it, unless it says that it was looked at. */
const handedOver = new RegExp(
  `\\b${who}\\b([^.;]{0,40}?)\\b(${ended}|written|found|made|given|put down|named|listed|worked on|looked at|dealt with|handled)\\b(?: (?!verified|checked|supported|confirmed|cited|quoted|accepted|and|every|each|that|which|until|or|but)[\\w-]+){0,5}? (?:claims?|requirements?|evidence|questions?|sources?|findings|items?|citations?|quot\\w+|passages?|verdicts?)\\b(?! (?:that|which|with|is|are|was|were|has|have|supported|checked|verified|confirmed|passed))`,
  "gi",
);

/** "Done" as a word for "everybody came back", whatever they brought. */
export const allReturned: Rule = {
  id: "done/all-returned",
  severity: "warning",
  reads: "prose",
  why: "That every step came back says nothing about what it brought: a run of empty answers would count as done.",
  examine: ({ graph }) => {
    const { doneWhen } = graph.strategy;
    const said = saysSo({ isEnglish: isEnglish(doneWhen), sentences: sentencesOf(doneWhen) }, vacuous);
    if (reached.test(said === null ? doneWhen : doneWhen.replaceAll(handedOver, "$1$2"))) return found([]);
    return found(said === null ? [] : [{ target: { type: "plan" }, message: `The plan is done when "${said}", whatever they bring back.`, fixes: [{ title: "Done when every requirement has a checked claim", ops: [{ op: "plan-update", changes: [{ path: ["strategy", "doneWhen"], value: usualDone }] }] }] }]);
  },
};
