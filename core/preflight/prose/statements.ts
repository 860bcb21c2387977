import { topicOf, wordsOf } from "./words.ts";

const premise =
  /^(?:as (?:we|you|everybody|everyone|all)(?: all)? (?:knows?|agrees?|(?:is|are) aware|can see|accepts?)|it (?:having|has) been (?:shown|established|prove[nd]|demonstrated|settled|confirmed)|given|since|because|as|considering|knowing|assum(?:e|ing)|remember|note|keep in mind|bear in mind|recall|it is (?:known|clear|established|well[- ]known|a fact|certain|obvious|true)|it['’]s (?:known|clear|a fact)|we (?:already )?know|you (?:already )?know|the fact (?:is|remains)|obviously|clearly|evidently|of course|it goes without saying|needless to say|everybody knows|consider(?:ing)?(?= that\b)|be aware|background|context|fact)\b,?\s*(?:that\b|:)?\s*(.+)$/i;
const finite = /\b(?:will|would|is|are|was|were|has|have|had|cannot|can['’]t|isn['’]t|aren['’]t|wasn['’]t|weren['’]t|doesn['’]t|don['’]t|does|did|causes?|caused|leads?|led|results?|makes?|made|fails?|failed|uses?|used|increases?|increased|reduces?|reduced|drops?|dropped|grew|grows?|rose|rises?|fell|falls?|became|becomes?|remains?|costs?|supports?|supported|breaks?|broke|happened|happens|began|started|ended|introduced|removed|replaced|migrated|violates?|violated|loses?|lost|runs?|ran|outperforms?|beats?|dominates?|explains?|explained|shows?|showed|proves?|proved|knew|wants?|needs?|leaves?|stays?|goes|went|takes?|took|gives?|gave|pays?|paid|buys?|bought|prefers?|tends?|comes?|came|works?|hates?|loves?|cause|lead|exceeds?|ships?|lowers?|raises?|improves?|worsens?|hurts?|helps?|boosts?|kills?|slows?|harms?|damages?|saves?|outweighs?|drives?|triggers?|prevents?|requires?|means|meant|produces?|creates?|destroys?|distrusts?|lacks?|holds?|returns?|depends?|ignores?|refuses?|expects?|relies|rely)\b/i;
/** Words with which a sentence speaks of the work and not of the world. */
const aboutWork =
  /\b(?:you|your|yours|yourself|workers?|agents?|steps?|claims?|quot\w+|briefs?|requirements?|checker|verif\w+|others|nobody|somebody|whoever|items? (?:you|that)|cite\w*|citation\w*|this part|each part|json|format)\b/i;
/** The same, where the sentence is about them: its subject stands near its beginning. */
const subjectOfWork = /^(?:\S+\s+){0,3}(?:reports?|findings?|answers?|questions?|outputs?|inputs?|evidence|checks?|plans?|tools?|turns?|results?|reader|writer|passages?|sources?|documents?|yearbooks?|volumes?|editions?|archives?|tables?|scans?|pages?|records?|entries|columns?|rows?|figures?|amounts?|dates?|units?|files?|repositor(?:y|ies)|logs?|tickets?|chapters?|appendi(?:x|ces))\b/i;
/** What is said against what is to be read is no remark on how to read it. */
const judgement = /\b(?:fals\w+|forged|faked|untrue|wrong|unreliable|(?:un|not )trustworthy|cannot be trusted|can['’]t be trusted|mistaken|incorrect|inaccurate|biased|exaggerated|manipulated|too (?:high|low|optimistic|pessimistic)|worthless|invalid|inflated|deflated|overstated|understated|doctored|cooked|rigged|padded|embellished|(?:always|generally|usually) (?:the )?(?:correct|right|reliable|accurate|best|better)|(?:the )?(?:more )?(?:correct|right|reliable|trustworthy) ones?)\b/i;
const asking =
  /^(?:please\s+)?(?:find|look|search|read|check|list|collect|gather|compare|write|say|state|name|quote|cite|explain|describe|summari[sz]e|identify|determine|extract|note|keep|take|use|go|get|give|show|tell|mark|rank|sort|count|add|put|set|hold|answer|begin|start|stop|end|do|don['’]t|never|always|only|make|ensure|report|return|produce|draft|review|examine|analy[sz]e|investigate|assess|evaluate|consider|focus|pay|work|ask|try|avoid|include|exclude|skip|ignore|prefer|follow|open|fetch|trace|map|match|verify|confirm|test|run|record|flag|highlight|translate|if|when|where|whenever|unless|for each|for every|in case|each|every|which|what|who|how|why|whether|is|are|does|do|can|should)\b/i;

/** Something that a sentence takes as given, by what it is about. */
export interface Statement {
  text: string;
  topic: ReadonlySet<string>;
}

/** What an English sentence states as fact about the world: not what it asks for, and nothing about the work itself. */
export function statementIn(sentence: string): Statement | null {
  const marked = premise.exec(sentence)?.[1];
  const clause = marked === undefined ? (sentence.split(/,\s+so\s+/i)[0] ?? sentence) : (marked.split(/,\s+(?=(?:please\s+)?\p{L}+)/u)[0] ?? marked);
  if (/\?\s*$/.test(sentence) || (marked === undefined && asking.test(sentence))) return null;
  const isStated = marked === undefined ? finite.test(clause) && wordsOf(clause).length >= 4 : wordsOf(clause).length >= 3;
  if (!isStated || aboutWork.test(clause) || (subjectOfWork.test(clause) && !judgement.test(clause))) return null;
  const topic = topicOf(clause);
  return topic.size < 2 ? null : { text: clause.replace(/[.;,]\s*$/, ""), topic };
}
