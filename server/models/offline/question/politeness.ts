/** Words before a question that ask for an answer and not for anything in it. */
const politeness =
  /^(?:[¿¡\s]+|(?:please|hi|hello|hey|also)[\s,!]+|(?:can|could|would) (?:you|someone|anybody) (?:please )?(?:help me (?:to )?|tell me |explain (?:to me )?|show me |find out )?|(?:i|we) (?:also )?(?:would like|want|need|wonder)(?: you)?(?: to (?:know|understand|find out|learn|see))?\b[\s,:]*|(?:also )?(?:tell|show) me\b[\s,:]*)+/i;

/** A sentence from where it asks. */
export function withoutPoliteness(sentence: string): string {
  return sentence.replace(politeness, "");
}
