import { isEnglish } from "./english.ts";
import { sentencesOf, topicOf, wordsOf } from "./words.ts";

const yesOrNo = /^(?:(?:and|but|so|then|now|overall|in [^,?]{1,60}),?\s+)?(?:is|are|was|were|do|does|did|can|could|should|shall|will|would|has|have|had|may|might|must|isn['’]t|aren['’]t|doesn['’]t)\s+(?!you\b|i ask|we ask)[^?]*\?$/i;
const choice = /\bor\b(?! (?:not|so|more|less|fewer|later|earlier|longer|above|below)\b)/i;
/** A question by its tone or its tag alone: "The lane helped, right?" */
const tagged = /(?:,|[-–—:]|^)\s*(?:right|correct|true|agreed?|yes or no|true or false|yes\/no|y\/n|(?:is|was|does|did|has|are|were|do|have|can)(?:n['’]t)? (?:it|that|this|they|he|she|we)(?: not| so| true| the case)?)\s*\?|\b(?:yes or no|true or false)\b/i;
const wh = /\b(?:what|which|who|whom|whose|when|where|why|how)\b/i;
const conjecture = "(?:hypothes[ie]s|thesis|theory|conjecture|suspicion|assumption|allegation|rumou?r|belief|notion|proposition|claim|idea|accusation|view)";
const hypothesis = new RegExp(
  "\\b(?:hypothes[ie]s|hypothesi[sz]e|(?:prove|show|confirm|demonstrate|verify|validate|establish|substantiate|argue|back up|support the (?:claim|view|thesis|idea)) that|(?:prove|confirm|validate|support|substantiate|back up) our\\b|" +
    "(?:we|i|many|some|most (?:people|of us)|management|the (?:board|team|vendor|supplier|author|management)) (?:firmly |strongly |all )?(?:believe|think|suspect|assume|claim|expect|suppose|feel|are (?:sure|convinced|certain))s? (?:that )?|" +
    `our (?:\\w+ )?${conjecture}|the ${conjecture} (?:that|is)|it is (?:often |widely |sometimes )?(?:claimed|said|believed|assumed|alleged|suspected|rumou?red) that|` +
    "(?:find|collect|gather|provide|give|present|look for)(?: me| us)? (?:evidence|proof|support|arguments|reasons) (?:that|for|why|in favou?r)|(?:make|build|present|write) (?:the|a|our) case (?:for|that)|is it (?:true|so|the case|right|possible|likely) that|how (?:likely|probable|true|plausible|certain) (?:is|was) it\\b|" +
    "whether|(?:know|find out|determine|check|establish|tell (?:me|us)|see|learn|decide|assess|evaluate|test|clarify|ask|asks|wonder) if)\\b",
  "i",
);

const against =
  /\b(?:refut\w*|contradict\w*|disprov\w*|falsif\w*|counter\w*|oppos(?:e|es|ed|ing|ite)|challeng\w+|objections?|rebut\w*|disconfirm\w*|disagree\w*|dissent\w*|s[kc]eptic\w*|critics?|criticisms?|critique|exceptions?|limitations?|drawbacks?|downsides?|both (?:sides|directions|ways)|either side|for and against|pros and cons|pro and con|alternative (?:explanation|cause|reading|interpretation|hypothes)\w*|other (?:explanation|cause)s?|rule(?:s|d)? (?:it )?out|(?:evidence|arguments?|cases?|reasons?|speaks?|spoke|findings?|data|results?|points?|facts?|found|says?|examples?|instances?) against|against (?:it|this|that|the (?:claim|hypothesis|idea|thesis|change|proposal|assumption|view|theory))|(?:does|do|did|is|are|was|were|would|can|could)(?:n['’]t| not) (?:hold|work|apply|happen|true|the case|so|support|help|cause|survive|needed)|negative (?:results?|findings?|evidence)|null results?|no (?:effect|difference|link|relation)|unfavou?rable|where it fails|when it fails|fails? to|devil['’]s advocate|unlikely|wrong|speak(?:s|ing)? for the opposite|undermin\w*|weaken\w*|weakness\w*|the contrary|contrary|inconsistent with|(?:answer|outcome|result) (?:is|may be|might be|could be) no|(?:not|isn['’]t) (?:so|true|the (?:case|cause|reason))|rival\w*|competing|red team\w*|opposite|opponents?|the other (?:side|direction)|reasons? not to|arguments? not to|could be otherwise|poke holes|shoot (?:it|holes)|confound\w*|coincidence|chance alone|counts? against|harms?|risks?|costs? of|pitfalls?|side[- ]effects?|trade-?offs?|failures?|as regards both|spurious|overturn\w*|debunk\w*|discredit\w*|invalidat\w*|doubt\w*|disadvantages?|damages?|loses?|losses|backfir\w*|worse\w*|vanish\w*|sceptical|attack\w*|(?:change|changed) (?:your|the) (?:mind|answer)|no-go|stress[- ]test|hunt for flaws|flaws?|shortcomings?|negative|less than|did nothing)\b/i;
const everyAgainst = new RegExp(against.source, "gi");

/** Whether a question can be answered with yes or no, or states what it wants to hear. */
export function isHypothesis(question: string): boolean {
  if (!isEnglish(question) && !/^(?:is|are|does|do|did|was|were|can|should|will|has|have)\b/i.test(question.trim())) return false;
  return sentencesOf(question)
    .flatMap((sentence) => [sentence, ...sentence.split(/,\s+(?:and|but|so|or)\s+(?=(?:is|are|was|were|do|does|did|can|could|should|will|would|has|have|had)\b)/i).slice(1)])
    .some((sentence) => tagged.test(sentence) || (!choice.test(sentence) && (yesOrNo.test(sentence) || isToldAsQuestion(sentence))) || (hypothesis.test(sentence) && !/\b(?:whether|if)\b[^.?]*\bor\b(?! not\b)/i.test(sentence)));
}

/** "The deployment caused it?" asks by its sign alone, and "Did the deployment cause it" by its order alone. */
function isToldAsQuestion(sentence: string): boolean {
  if (/^(?:is|are|was|were|does|did|should|could|would|will|has)\s+(?!you\b|i\b|we\b)\p{L}/iu.test(sentence) && !wh.test(sentence)) return true;
  return /^[^?]{12,}\?$/.test(sentence) && !wh.test(sentence) && !/^(?:can|could|would|will|may|do|have)\s+(?:you|i|we)\b|^(?:any|anything|please|and|or)\b/i.test(sentence) && wordsOf(sentence).length >= 4;
}

/** By these somebody is asked for what speaks for it, and for nothing else. */
const inFavourAlone = /\b(?:in favou?r|arguments? for|(?:make|build) (?:the|a) case|speak(?:s|ing)? for (?:it|the|this)|answer is yes|it is so\b|(?:prove|show|demonstrate|confirm|substantiate|establish) (?:that|our|the (?:hypothesis|assumption|claim|thesis|theory|suspicion|idea))|(?:support|back|back up|bolster|strengthen)s? (?:it|our|the (?:hypothesis|assumption|claim|thesis|theory|suspicion|idea|case)))\b/i;

/**
 * Whether somebody is asked here to look for what would show that it is not so.
 * @param own the words of what was asked: to name it is not to doubt it, where what speaks for it is looked for.
 */
export function asksForContrary(text: string, own: ReadonlySet<string> = new Set()): boolean {
  if (own.size === 0 || !inFavourAlone.test(text)) return against.test(text);
  return [...text.matchAll(everyAgainst)].some(([said]) => ![...topicOf(said), ...wordsOf(said)].some((word) => own.has(word)));
}

/** Whether what speaks for something is all that is asked for here. */
export function asksForSupportAlone(text: string): boolean {
  return inFavourAlone.test(text) && !against.test(text);
}
