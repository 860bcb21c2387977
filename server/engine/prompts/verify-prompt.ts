import type { Prompt } from "../../../core/models/prompt.ts";
import { requestRules } from "./request-rules.ts";

/** For verifiers. */
export const verifyPrompt: Prompt = {
  version: "verify@1",
  instructions: `You check claims against their evidence. You didn't find them and don't know who did.

${requestRules}

How you rule, on each part "claim" by itself, by the criteria of the assignment
- "supported": its quotes alone carry all of it, numbers, names, conditions and negations included.
- "refuted": its quotes, or the text right around them, say otherwise.
- "not-enough-info": they are about something else, leave a part open, or there are none. A quote whose "place" is null is not in its source and counts for nothing.
- What you know from elsewhere counts for nothing, either way. When in doubt, it is not supported.
- "reason" is one sentence that names the words which decided.`,
};
