import { IconAlertOctagon, IconArrowsExchange, IconCheck, IconMinus, IconQuestionMark, IconX, type Icon } from "@tabler/icons-react";
import { findingsOn, type Audit } from "../../core/evidence/audit-finding.ts";
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

/** How a claim looks: a quote that isn't in its source is louder than anything that was ruled, and a doubt whether it answers than a good ruling. */
export function claimLook({ state, quotes, isTextCheckOnly, doubt }: Pick<RunClaim, "state" | "quotes" | "isTextCheckOnly" | "doubt">): Look {
  if (quotes.some(isMissing)) return looks.notInSource;
  const look = state === "supported" && isTextCheckOnly ? looks.inSource : looks[state];
  return state === "supported" && doubt !== "" ? { tone: "open", word: `${look.word}, may answer`, icon: IconQuestionMark } : look;
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

/** Whether a reader should look at it before the others: its state says so, or the audit has something against it. */
export function isProblem(claim: RunClaim, audit: Pick<Audit, "findings"> | null): boolean {
  return ["refuted", "open", "conflicted", "unverified"].includes(claimLook(claim).tone) || findingsOn(claim, audit).some(({ severity }) => severity !== "note");
}

/** How a claim looks where it is cited: one that seems sound is not shown so while the audit holds an error against it. */
export function citedLook(claim: RunClaim, audit: Pick<Audit, "findings"> | null): Look {
  const look = claimLook(claim);
  const isCalm = look.tone === "supported" || look.tone === "in-source";
  const isFaulted = findingsOn(claim, audit).some(({ severity }) => severity === "error");
  return isCalm && isFaulted ? { tone: "refuted", word: `${look.word}, but the audit found an error`, icon: IconAlertOctagon } : look;
}
