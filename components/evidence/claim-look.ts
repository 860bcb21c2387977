import { IconArrowsExchange, IconCheck, IconMinus, IconQuestionMark, IconX, type Icon } from "@tabler/icons-react";
import type { RunClaim } from "../../core/evidence/run-claim.ts";
import type { Ruling } from "../../core/evidence/ruling.ts";

/** How a claim or a ruling looks: a colour with its mark and word. */
export interface Look {
  tone: "supported" | "refuted" | "open" | "conflicted" | "unverified" | "in-source";
  word: string;
  icon: Icon;
}

const looks = {
  supported: { tone: "supported", word: "Supported", icon: IconCheck },
  /** A program compared texts: nobody understood them, so it is never green. */
  inSource: { tone: "in-source", word: "In source", icon: IconCheck },
  notInSource: { tone: "refuted", word: "Not in source", icon: IconX },
  refuted: { tone: "refuted", word: "Refuted", icon: IconX },
  "not-enough-info": { tone: "open", word: "Not enough info", icon: IconQuestionMark },
  conflicted: { tone: "conflicted", word: "Conflicted", icon: IconArrowsExchange },
  unverified: { tone: "unverified", word: "Unverified", icon: IconMinus },
} as const satisfies Record<string, Look>;

/** How a claim looks: a quote that isn't in its source is louder than anything that was ruled. */
export function claimLook({ state, quotes, isTextCheckOnly }: Pick<RunClaim, "state" | "quotes" | "isTextCheckOnly">): Look {
  if (quotes.some(isMissing)) return looks.notInSource;
  return state === "supported" && isTextCheckOnly ? looks.inSource : looks[state];
}

/** How one verifier's ruling looks. */
export function rulingLook({ verdict, votes }: Ruling): Look {
  return verdict === "supported" && votes.every(({ method }) => method === "text-check") ? looks.inSource : looks[verdict];
}

/** How the audit's own look into the sources turned out; null without a quote. */
export function quoteLook(quotes: RunClaim["quotes"]): Look | null {
  if (quotes.length === 0) return null;
  return quotes.some(isMissing) ? looks.notInSource : looks.inSource;
}

export function isMissing({ found }: RunClaim["quotes"][number]): boolean {
  return found === "not-in-source" || found === "no-source";
}

/** Whether a reader should look at it before the others. */
export function isProblem(claim: RunClaim): boolean {
  return ["refuted", "open", "conflicted", "unverified"].includes(claimLook(claim).tone);
}
