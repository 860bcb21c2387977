import { topicOf, wordsOf } from "./words.ts";

const sure = "(?:shown|established|prove[nd]|demonstrated|settled|confirmed|verified|documented|decided|agreed|accepted|known|understood|acknowledged|recogni[sz]ed|clear|obvious|evident|certain|undisputed|beyond (?:doubt|dispute)|common knowledge|a fact|a given|true|plain|no secret|well[- ](?:known|established|documented|understood))";
const often = "(?:(?:already|now|long|widely|generally|commonly|well|by now|firmly|broadly|universally|quite|absolutely) ){0,2}";

/** Words with which a writer takes for granted what follows. */
const premise = new RegExp(
  "^(?:(?:and|but|so|also|please|first of all|before you (?:start|begin)),? )?(?:(?:you|we) (?:can|may|should|must|will|have to) (?:safely |simply |already )?)?(?:" +
    [
      "as (?:is|was|has been) (?:already )?(?:well )?(?:known|shown|established|agreed)",
      "as (?:we|you|everybody|everyone|all)(?: all)? (?:(?:already |surely |certainly )?knows?|agrees?|(?:is|are) aware|can see|accepts?)",
      `it (?:having|has) (?:${often})?been (?:${often})?${sure}`,
      `it(?: is|['’]s|was) ${often}${sure}`,
      "(?:nobody|no one) (?:doubts|disputes|questions|denies)",
      `(?:we|you|all|everybody|everyone|experts|insiders|people) (?:(?:all|already|surely|certainly) ){0,2}(?:knows?|agrees?|accepts?)`,
      `(?:we|you) (?:have )?(?:already |now |long )?(?:established|agreed|settled|shown|proved|proven)`,
      `(?:the|our|your) (?:fact|truth|reality|starting (?:point|assumption|position)|premise|working (?:assumption|hypothesis)|point of departure|background|consensus|common view|prior)(?: (?:here|for (?:this|all)[^,:.]{0,20}))?(?: is| remains)`,
      "(?:start|starting|begin|beginning|proceed|proceeding|work|working|go|going|set) (?:out )?(?:from|on|with|under) the (?:fact|premise|assumption|knowledge|view|position|belief|basis|understanding)",
      "(?:based|building|relying|resting) on the (?:fact|premise|assumption|knowledge|understanding)",
      "(?:in (?:the )?light|in view|because|on account|by reason) of the fact",
      "(?:on|under) the (?:assumption|premise|understanding)",
      `(?:take|accept|treat|regard|consider|hold|see)(?: it)? (?:(?:as|for) )?(?:granted|read|given|fact|${sure})`,
      `it (?:can|may|must|should|could) (?:safely |simply )?be (?:safely )?(?:taken|assumed|regarded|considered|treated|accepted|understood|said|presumed|expected)(?: (?:as|for|to be) (?:granted|read|given|fact|${sure}))?`,
      "there(?: is|['’]s| can be) (?:\\w+ )?(?:agreement|consensus|certainty|no (?:doubt|question|dispute|denying|dissent|debate))",
      "(?:it|you) will (?:turn out|become (?:clear|obvious)|be (?:found|seen)|find|see|notice|discover)(?= that\\b)",
      "(?:we|i|all of us|the (?:team|client|board|customer|management)|management|everyone(?: here)?|everybody)(?: (?:all|both|firmly|strongly|already|here|involved))? (?:(?:are|is|am) (?:\\w+ )?(?:convinced|sure|certain|confident|persuaded|agreed|of the opinion)|believes?|thinks?|holds?|maintains?|expects?|suspects?|takes? the view)",
      "(?:our|my|the (?:house|client|board|team)(?:['’]s)?) (?:\\w+ )?(?:belief|conviction|position|view|stance|opinion|experience|understanding|thesis)(?: is| remains)",
      "in (?:our|my|everyone['’]s|general) (?:experience|view|opinion)|historically|traditionally|notoriously|by all accounts|as a rule",
      "take it|accept(?= that\\b)|trust(?= that\\b)|be (?:advised|assured|sure|warned)(?= that\\b)|rest assured|(?:don['’]t|do not|never) forget",
      "(?:keep|bear|have|hold) in mind|be aware|be mindful|mind(?= that\\b)|recall|remember|note|remind yourself|consider(?:ing)?(?= that\\b)|considering|knowing|given|since|because|as|assum(?:e|ing)|suppose|supposing|know(?= that\\b)|(?:just )?so (?:that )?you know|to be clear|by the way|as always|believe me|trust (?:me|us)|believe(?= that\\b)|with the knowledge",
      "obviously|clearly|evidently|of course|naturally|undoubtedly|undeniably|without (?:a )?doubt|no doubt|certainly|surely|in fact|as a matter of fact|it goes without saying|needless to say|self-evidently",
      "background(?: information)?|context|fact|facts|premise|assumption|given|known|fyi|for your information|for context|reminder|important|nb|hint|warning|please note|beware|situation|starting point|what we know|lesson learned",
      "(?:experience|history|research|past (?:work|runs|experience)|earlier work|(?:the )?(?:analysis|management|leadership|consultants|experts|team)|studies|everything) (?:shows?|teach(?:es)?|has shown|have shown|tells?(?: us)?|confirms?|proves?|suggests)(?= that\\b)",
    ].join("|") +
    ")\\b,?\\s*(that\\b|:|[-–—])?\\s*(?!nothing\\b|no\\b|none\\b)(\\S.*)$",
  "i",
);
/** What is told of in passing, as the reason of an order: "…, since the records were falsified." */
const inPassing = /(?:,|;| [-–—]|\()\s?(?:since|because|given that|seeing that|knowing that|considering(?: that)?|bearing in mind that|keeping in mind that|assuming(?: that)?|now that|as (?:we|you|everyone|everybody) (?:all )?knows?,?|as it is (?:known|clear) that|in view of the fact that|after all,?) (.{8,240})$/i;
/** A fact that an order leans on: "Act on the knowledge that the vendor is broke". */
const leantOn = /\b(?:facts?|premise|assumption|knowledge|understanding|conviction|belief|insight|certainty|truth|consensus|clear|known|mind|granted|sure|certain|established|settled|obvious|convinced|forget|forgetting|aware|remember|remembering|assured|proven|undisputed|agreed|doubt|idea|impression|expectation|spirit|light|news|hypothesis) that (?!(?:you|your|every|each|no|nothing|all)\b)(.{8,240})$/i;
/** What one is to behave by: "as if the leak had been proven". */
const asIf = /\bas (?:if|though) (?:it (?:is|were|was) (?:already )?(?:a fact|certain|clear|proven|known|settled|established) that )?(.{8,240})$/i;
/** What nobody is to ask: "don't question whether the vendor cheated". */
const unasked = /\b(?:do not|don['’]t|never|no need to|need not|needn['’]t|without|not) (?:question|doubt|disput|challeng|debat|re-?open|discuss|ask|prov)\w* (?:again )?(?:that|whether|if|the fact that) (.{8,240})$/i;
/** The thing is called a fact by what is to be done with it: "treat slowness as established". */
const calledFact = /\b(?:treat|take|regard|accept|see|handle|consider|view) (.{4,120}?) as (?:(?:an? )?(?:given|established(?: fact)?|settled|fact|proven|known|certain|read|granted|undisputed|decided|agreed|common knowledge|beyond (?:doubt|question)|self-evident|confirmed)|the (?:confirmed|established|proven|known|main|true|actual|real|only|sole|likely) (?:cause|culprit|reason|explanation|source|winner|answer|driver)|the (?:culprit|cause))\b/i;
const finite =
  /\b(?:will|would|is|are|was|were|has|have|had|cannot|can['’]t|isn['’]t|aren['’]t|wasn['’]t|weren['’]t|doesn['’]t|don['’]t|didn['’]t|won['’]t|does|did|causes?|caused|leads?|led|results?|makes?|made|fails?|failed|uses?|used|increases?|increased|reduces?|reduced|drops?|dropped|grew|grows?|rose|rises?|fell|falls?|became|becomes?|remains?|costs?|supports?|supported|breaks?|broke|happened|happens|began|started|ended|introduced|removed|replaced|migrated|violates?|violated|loses?|lost|runs?|ran|outperforms?|beats?|dominates?|explains?|explained|shows?|showed|proves?|proved|knew|wants?|needs?|leaves?|left|stays?|goes|went|takes?|took|gives?|gave|pays?|paid|buys?|bought|prefers?|tends?|comes?|came|works?|hates?|loves?|cause|lead|exceeds?|ships?|lowers?|raises?|improves?|worsens?|hurts?|helps?|boosts?|kills?|slows?|harms?|damages?|saves?|outweighs?|drives?|drove|triggers?|prevents?|requires?|means|meant|produces?|creates?|destroys?|distrusts?|lacks?|holds?|returns?|depends?|ignores?|refuses?|expects?|relies|rely|suffers?|owes?|blocks?|hides?|hid|underestimates?|overestimates?|stems?|admits?|deserves?|performs?|accounts? for|belongs?|lies|lie|lags?|struggles?|declines?|declined|deteriorat(?:es|ed|ing)|collapsed|stagnat(?:es|ed)|originated|neglects?|delivers?|outnumbers?|hinders?|cheats?|refused|forgot|chose|sold|spent|built|broken|got|gets|suffered|copied|stole|lied|cheated|misled|destroyed|resists?|resisted|favou?rs?|favou?red|betrayed|overcharges?|overcharged|postponed|missed|go back|goes back|trace back|come from)\b/i;
/** A verb that no list knows, with an object behind it: "the reorganisation triggered the decline". */
const transitive = /^\S+(?: \S+){0,5} (?!needs)\p{Ll}{3,}(?:ed|[^s\W]s) (?:the|an?|its|their|our|all|most|no|every|more|less|fewer|about|around|over|nearly|roughly) \p{L}/u;
/** What is only thought possible is no premise. */
const hedged = /\b(?:may|might|could|perhaps|possibly|probably not|if|unless|whether|supposedly|allegedly|claimed to|said to|either)\b/i;
/** Words with which a sentence speaks of the work and not of the world. */
const aboutWork =
  /\b(?:you|your|yours|yourself|workers?|agents?|steps?|claims?|quot\w+|briefs?|requirements?|checker|verif\w+|whoever|items? (?:you|that)|cite\w*|citation\w*|this part|each part|json|format)\b/i;
/** The same, where the sentence is about them: its subject stands near its beginning. */
const subjectOfWork = /^(?:\S+\s+){0,3}(?:reports?|findings?|answers?|questions?|outputs?|inputs?|evidence|checks?|plans?|tools?|turns?|results?|reader|writer|passages?|sources?|documents?|yearbooks?|volumes?|editions?|archives?|tables?|scans?|pages?|records?|entries|columns?|rows?|figures?|amounts?|dates?|units?|files?|repositor(?:y|ies)|logs?|tickets?|chapters?|appendi(?:x|ces)|lists?|silence|absence|guess(?:es|ing)?|hearsay)\b/i;
/** What is said against what is to be read is no remark on how to read it. */
const judgement = /\b(?:fals\w+|forged|faked|untrue|wrong|unreliable|(?:un|not )trustworthy|(?:cannot|can['’]t|can not|must not|should not|not to) be trusted|mistaken|incorrect|inaccurate|biased|exaggerated|manipulated|too (?:high|low|optimistic|pessimistic)|worthless|invalid|inflated|deflated|overstated|understated|doctored|cooked|rigged|padded|embellished|fabricated|invented|tampered|whitewashed|sugar-?coated|flawed|misleading|(?:out of date|outdated|obsolete)|(?:always|generally|usually) (?:the )?(?:correct|right|reliable|accurate|best|better)|(?:the )?(?:more )?(?:correct|right|reliable|trustworthy) ones?)\b/i;
const asking =
  /^(?:(?:please|kindly|then|also|now|next|finally|first|second|third|afterwards|and|but|so),?\s+)*(?:find|look|search|read|check|list|collect|gather|compare|write|say|state|name|quote|cite|explain|describe|summari[sz]e|identify|determine|extract|note|keep|take|use|go|get|give|show|tell|mark|rank|sort|count|add|put|set|hold|answer|begin|start|stop|end|do|don['’]t|never|always|only|make|ensure|report|return|produce|draft|review|examine|analy[sz]e|investigate|assess|evaluate|consider|focus|pay|work|ask|try|avoid|include|exclude|skip|ignore|prefer|follow|open|fetch|trace|map|match|verify|confirm|test|run|record|flag|highlight|translate|if|when|where|whenever|unless|for each|for every|in case|each|every|which|what|who|whose|how|why|whether|is|are|was|were|does|do|did|can|should|has|have|leave|turn|treat|assume|presume|suppose|separate|distinguish|establish|document|cover|cross-check|query|walk|page|scan|enumerate|estimate|calculate|compute|work out|sit|stand|act|argue|build|propose|suggest|recommend|pick|choose|select|limit|restrict|concentrate|bring|call|let|see|think|watch|weigh|wait|copy|aim|apply|attempt|capture|cite|clarify|classify|cluster|group|define|derive|detail|diff|discard|drop|exhaust|group|inspect|locate|measure|mention|outline|pull|reconstruct|rely|repeat|respect|retrieve|screen|seek|spell|supply|survey|tabulate|track|transcribe|update|visit|would you|could you|will you)\b/i;

/** What begins like an order and is none: "Build failures are caused by …". */
const nounFirst = /^(?:build|test|report|record|list|note|answer|cover|group|page|screen|track|limit|run|call|search|review|work|access|account|design|process|order|market|price|cost|use|plan|map|state|count|act|query)s? \p{Ll}+s? (?:is|are|was|were|has|have|had|will)\b/iu;

/** "The case is settled: the treaty was broken." */
const behindColon = /^[^:]{3,60}: (?!https?)(.+)$/;
/** "Whatever the documents say, the vendor is to blame." */
const conceding = /^(?:even (?:if|though)|no matter|whatever|however|regardless of|irrespective of|despite|in spite of|whether or not|unless (?:proven|shown) otherwise|(?:do not|don['’]t) (?:waste|lose|spend) (?:any )?time)\b[^,]{0,80}, (?:remember |note )?(?:that )?(.+)$/i;

/** Something that a sentence takes as given, by what it is about. */
export interface Statement {
  text: string;
  topic: ReadonlySet<string>;
}

/** What an English sentence states as fact about the world: not what it asks for, and nothing about the work itself. */
export function statementIn(sentence: string): Statement | null {
  if (/\?["”’)]*\s*$/.test(sentence)) return null;
  const [, that, marked] = premise.exec(sentence) ?? [];
  if (marked !== undefined) return stated(beforeOrder(marked), that === undefined ? "marked" : "named") ?? stated(/^[^,;]+,\s+(?!so\b)(.+)$/.exec(marked)?.[1] ?? "", "told");
  const passing = inPassing.exec(sentence)?.[1] ?? asIf.exec(sentence)?.[1];
  const leant = leantOn.exec(sentence)?.[1] ?? unasked.exec(sentence)?.[1];
  const called = calledFact.exec(sentence)?.[1];
  return (
    (passing === undefined ? null : stated(passing.split(/[,;)]\s/)[0] ?? passing, "passing")) ??
    (leant === undefined ? null : stated(beforeOrder(leant), "named")) ??
    (called === undefined ? null : stated(called, "fact")) ??
    (asking.test(sentence) && !nounFirst.test(sentence) ? null : stated(sentence.split(/[,;]\s+(?:so|therefore|hence|thus)\s+/i)[0] ?? sentence, "told")) ??
    unlessAsked(behindColon.exec(sentence)?.[1] ?? conceding.exec(sentence)?.[1] ?? "")
  );
}

const unlessAsked = (clause: string) => (asking.test(clause) ? null : stated(clause.split(/[,;]\s+so\s+/i)[0] ?? clause, "told"));

/** A premise and what is to be done about it are parted by a comma. */
const beforeOrder = (text: string) => text.split(/[,;]\s+(?=(?:(?:so|please|and|then|therefore|hence) )*\p{L}+)/u)[0] ?? text;

/** How much a clause has to say by itself: what is called a fact needs no verb, what is only told needs one that is known. */
const leastWords = { fact: 1, named: 3, marked: 3, passing: 4, told: 4 };
const leastTopics = { fact: 1, named: 1, marked: 2, passing: 2, told: 2 };

function stated(clause: string, as: keyof typeof leastWords): Statement | null {
  if (wordsOf(clause).length < leastWords[as]) return null;
  if ((as === "told" || as === "passing") && (!isVerbal(clause, as === "passing") || hedged.test(clause))) return null;
  if ((as === "marked" || as === "named") && /\b(?:may|might|could|perhaps|possibly)\b/i.test(clause)) return null;
  if (aboutWork.test(clause) || (subjectOfWork.test(clause) && !judgement.test(clause))) return null;
  const topic = topicOf(clause);
  return topic.size < leastTopics[as] ? null : { text: clause.replace(/[.;,)]\s*$/, ""), topic };
}
/** Where a sentence is marked as given, any verb will do; of others only what is known to be one. */
const isVerbal = (clause: string, isMarked: boolean) => finite.test(clause) || (isMarked && transitive.test(clause));
