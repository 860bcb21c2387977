import { isEnded, runStands } from "../run/run-status.ts";
import type { alikeVotes } from "./alike-votes.ts";
import { findingsOn, type Audit } from "./audit-finding.ts";
import type { RunEvidence } from "./run-evidence.ts";
import type { RunClaim } from "./run-claim.ts";
import { whyInconclusive } from "./why-inconclusive.ts";

/** What a report that is taken away as a file is made from. */
export interface ReportFile {
  runId: string;
  evidence: RunEvidence;
  /** Null while the run isn't audited. */
  audit: Audit | null;
}

const stateWords = {
  supported: "supported",
  refuted: "refuted",
  "not-enough-info": "not enough info",
  conflicted: "conflicted",
  unverified: "unverified",
} as const satisfies Record<RunClaim["state"], string>;

const stateMarks = { supported: "✓", refuted: "✕", "not-enough-info": "?", conflicted: "⇄", unverified: "–" } as const satisfies Record<RunClaim["state"], string>;

/** How a claim stands, as a file tells it beside the claim. */
interface Standing {
  words: string;
  /** Stands before its name where it is cited, so that a colour never says it alone. */
  mark: string;
  tone: "supported" | "refuted" | "conflicted" | "missing" | "plain";
  /** Whether there is nothing to say against it. */
  isSound: boolean;
}

/** A quote that isn't in its source is louder than any ruling, and what the audit found wrong than a good one. */
export function claimStanding(claim: RunClaim, audit: ReportFile["audit"]): Standing {
  const { state, isTextCheckOnly, quotes } = claim;
  if (quotes.some(({ found }) => found === "not-in-source" || found === "no-source")) return { words: "quote not in source", mark: "✕", tone: "missing", isSound: false };
  const words = state === "supported" && isTextCheckOnly ? "in source, text check only" : stateWords[state];
  if (state === "supported" && findingsOn(claim, audit).some(({ severity }) => severity === "error")) {
    return { words: `${words}, but the audit found an error`, mark: "✕", tone: "missing", isSound: false };
  }
  if (state === "supported" && claim.doubt !== "") return { words: `${words}, may answer`, mark: "?", tone: "plain", isSound: false };
  const isColoured = (state === "supported" && !isTextCheckOnly) || state === "refuted" || state === "conflicted";
  return { words, mark: stateMarks[state], tone: isColoured ? state : "plain", isSound: state === "supported" };
}

/** Who says so of a claim, and how often: "supported by text check, 3 votes". */
export function voteWords({ verdict, method, count }: ReturnType<typeof alikeVotes>[number], verifier: string): string {
  return `${verdict.replaceAll("-", " ")} by ${method === "text-check" ? "text check" : verifier}${count === 1 ? "" : `, ${count} votes`}`;
}

/** A remark as a sentence of its own. */
export function asSentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** What an audit came to, as a sentence that never hides it behind the run's status. */
export function auditSentence({ evidence: { status, report }, audit }: ReportFile): string {
  if (audit === null) return `${runStands(status)}. ${isEnded(status) ? "It was not audited." : "It is audited when it ends."}`;
  const words = { passed: "passed", "passed-with-warnings": "passed with warnings", failed: "failed", inconclusive: "is inconclusive" } as const;
  const why = whyInconclusive(audit.result, report);
  return `${runStands(status)}. Its audit ${words[audit.result]}.${why === null ? "" : ` ${why}`}`;
}

/** A text cut into code, between backticks, and the rest; together with their backticks the parts are the whole. */
export function codeSpans(text: string): { text: string; isCode: boolean }[] {
  const parts: { text: string; isCode: boolean }[] = [];
  let at = 0;
  for (const match of text.matchAll(/(?<!`)(`+)(?!`)([^`]|[^`].*?[^`])\1(?!`)/g)) {
    parts.push({ text: text.slice(at, match.index), isCode: false }, { text: match[2] ?? "", isCode: true });
    at = match.index + match[0].length;
  }
  parts.push({ text: text.slice(at), isCode: false });
  return parts.filter((part) => part.text !== "");
}
