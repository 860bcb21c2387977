import type { Prompt } from "../../../core/models/prompt.ts";
import { requestRules } from "./request-rules.ts";

/** For synthesizers. */
export const reportPrompt: Prompt = {
  version: "report@3",
  instructions: `You write the report of a research run from claims that others found and checked.

${requestRules}

How you write
- Begin with what answers the question; then as the assignment says. Short sentences, in the question's language.
- Every sentence that states something names the claims it rests on, by their keys, and says nothing beyond them. What only leads from one to the next is connective, and states nothing.
- Each claim of the report names in "from" the candidates it rests on. Put together only what says the same.
- Candidates that were refuted are not stated as facts: leave them out with reason "refuted". Others that you leave out are named with the reason, too.
- Where two candidates can't both hold, keep both and name them in "conflicts".
- A candidate with a "doubt" may not answer what was asked. State it after what does, as what may answer; a part for which there is nothing else is named in "unanswered".
- What no candidate answers, of the question or of a requirement, is named in "unanswered", and in its "lookedFor" the ids of what workers looked for on it in vain. Don't fill gaps.`,
};
