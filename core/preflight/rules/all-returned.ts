import { isEnglish } from "../prose/english.ts";
import { saysSo } from "../prose/says.ts";
import { sentencesOf } from "../prose/words.ts";
import { usualDone } from "../usual-words.ts";
import { found, type Rule } from "../rule.ts";

const who = "(?:workers?|(?:sub-?)?agents?|steps?|branch(?:es)?|nodes?|tasks?|subtasks?|researchers?|readers?|calls?|runs?|jobs?|stages?|phases?|threads?|reviewers?|reviews|analysts?|processes|workstreams?|analys[ei]s|searches|investigations?|extractions?|checks?|queries|evaluations?|sections|threads|parallel \\w+|of them|everyone|outputs?|results?|responses?)";
const ended = "(?:reports?|runs|return(?:s|ed)?|finish(?:es|ed)?|complet(?:es?|ed|ion)|done|respond(?:s|ed)?|answered|repl(?:y|ies|ied)|report(?:s|ed)? back|(?:is |are |has come |have come )?back|reported|end(?:s|ed)?|terminat\\w+|stop(?:s|ped)?|exit\\w*|submitted|delivered|succeed(?:s|ed)?|successful\\w*|c[oa]mes? back|received|collected|in|run|ran|executed|through|merged|handed in|green|over|gone quiet|produced (?:an |their |its )?outputs?)";

const vacuous = [
  new RegExp(`\\b(?:all|every|each|both|the last|the final)\\b[^.;]{0,40}?\\b${who}\\b[^.;]{0,40}?\\b${ended}\\b`, "i"),
  new RegExp(`\\bno\\b[^.;]{0,20}?\\b${who}\\b[^.;]{0,20}?\\b(?:pending|left|remain\\w*|running|outstanding|active|open|waiting)\\b`, "i"),
  new RegExp(`\\bnone of\\b[^.;]{0,20}?\\b${who}\\b[^.;]{0,20}?\\b(?:pending|left|remain\\w*|running|outstanding|active|open|waiting|working|busy)\\b`, "i"),
  /\b(?:the )?(?:number|count) of (?:results?|outputs?|answers|reports|responses|returns)\b[^.;]{0,30}?\b(?:equals?|matches|reaches|is (?:the same as|equal to))\b/i,
  /\bas many (?:results|outputs|answers|reports|responses|replies) as\b/i,
  new RegExp(`\\b100 ?(?:%|percent) of\\b[^.;]{0,20}?\\b${who}\\b`, "i"),
  /\b(?:nothing|no one|nobody) is (?:still )?(?:left|running|pending|waiting)\b/i,
  /\b(?:the )?(?:whole )?(?:pipeline|workflow|run|graph|plan|process)\b[^.;]{0,30}?\b(?:(?:is|has) (?:been )?(?:done|finished|completed?|run|executed)|finishes|completes|ends|ran (?:through|to (?:the end|completion))|runs to completion|has run|reaches its (?:end|last step))\b/i,
  /\b(?:everything|everyone|everybody) (?:is|has|is) (?:done|finished|completed|returned|been executed|run|ended|reported)\b/i,
];

/** What is reached rather than who came back. */
const reached =
  /\b(?:claims?|requirements?|evidence|quot\w+|verif\w+|verdicts?|checked|covers?|covered|questions?|support\w*|sources?|refut\w+|unanswered|cited|citations?|confirmed|tests? pass\w*|criteria|resolved|agree\w*|root cause|explained|reproduc\w+|each item|every item|every vendor|open points?|gaps?|conflicts?|named as)\b/i;

/** "Done" as a word for "everybody came back", whatever they brought. */
export const allReturned: Rule = {
  id: "done/all-returned",
  severity: "warning",
  reads: "prose",
  why: "That every step came back says nothing about what it brought: a run of empty answers would count as done.",
  examine: ({ graph }) => {
    const { doneWhen } = graph.strategy;
    if (reached.test(doneWhen)) return found([]);
    const said = saysSo({ isEnglish: isEnglish(doneWhen), sentences: sentencesOf(doneWhen) }, vacuous);
    return found(said === null ? [] : [{ target: { type: "plan" }, message: `The plan is done when "${said}", whatever they bring back.`, fixes: [{ title: "Done when every requirement has a checked claim", ops: [{ op: "plan-update", changes: [{ path: ["strategy", "doneWhen"], value: usualDone }] }] }] }]);
  },
};
