import { isEnglish } from "./english.ts";
import { sentencesOf } from "./words.ts";

const yesOrNo = /^(?:(?:and|but|so|then|now|overall|in [^,?]{1,60}),?\s+)?(?:is|are|was|were|do|does|did|can|could|should|shall|will|would|has|have|had|may|might|must|isn['’]t|aren['’]t|doesn['’]t)\s+(?!you\b|i ask|we ask)[^?]*\?$/i;
const choice = /\b(?:or)\b(?! not\b)/i;
const hypothesis =
  /\b(?:hypothes[ie]s|hypothesi[sz]e|(?:prove|show|confirm|demonstrate|verify|validate|establish|support the (?:claim|view|thesis)) that|(?:prove|confirm|validate|support) our\b|we (?:believe|think|suspect|assume|claim|expect) (?:that )?|our (?:thesis|assumption|suspicion|theory|claim)|it is (?:claimed|said|believed|assumed) that|(?:find|collect|gather) (?:evidence|proof|support) (?:that|for)|whether)\b/i;

const against =
  /\b(?:refut\w*|contradict\w*|disprov\w*|falsif\w*|counter\w*|oppos(?:e|es|ed|ing|ite)|challeng\w+|objections?|rebut\w*|disconfirm\w*|disagree\w*|dissent\w*|s[kc]eptic\w*|critics?|criticisms?|critique|exceptions?|limitations?|drawbacks?|downsides?|both (?:sides|directions|ways)|either side|for and against|pros and cons|pro and con|alternative (?:explanation|cause|reading|interpretation|hypothes)\w*|other (?:explanation|cause)s?|rule(?:s|d)? (?:it )?out|(?:evidence|arguments?|cases?|reasons?|speaks?|spoke|findings?|data|results?|points?|facts?|found|says?|examples?|instances?) against|against (?:it|this|that|the (?:claim|hypothesis|idea|thesis|change|proposal|assumption|view|theory))|(?:does|do|did|is|are|was|were|would|can|could)(?:n['’]t| not) (?:hold|work|apply|happen|true|the case|so|support|help|cause|survive|needed)|negative (?:results?|findings?|evidence)|null results?|no (?:effect|difference|link|relation)|unfavou?rable|where it fails|when it fails|fails? to|devil['’]s advocate|unlikely|wrong|speak(?:s|ing)? for the opposite|undermin\w*|weaken\w*|weakness\w*|the contrary|contrary|inconsistent with)\b/i;

/** Whether a question can be answered with yes or no, or states what it wants to hear. */
export function isHypothesis(question: string): boolean {
  if (!isEnglish(question) && !/^(?:is|are|does|do|did|can|should|will|has|have)\b/i.test(question.trim())) return false;
  return sentencesOf(question).flatMap((sentence) => [sentence, ...sentence.split(/,\s+(?:and|but|so|or)\s+(?=(?:is|are|was|were|do|does|did|can|could|should|will|would|has|have|had)\b)/i).slice(1)]).some((sentence) => (yesOrNo.test(sentence) && !choice.test(sentence)) || (hypothesis.test(sentence) && !/\bwhether\b[^.?]*\bor\b(?! not\b)/i.test(sentence)));
}

/** Whether somebody is asked here to look for what would show that it is not so. */
export function asksForContrary(text: string): boolean {
  return against.test(text);
}
