import { alikeVotes } from "./alike-votes.ts";
import type { CitedQuote } from "./cited-quote.ts";
import { quoteWords } from "./quote-words.ts";
import { asSentence, auditSentence, claimStanding, codeSpans, voteWords, type ReportFile } from "./report-file.ts";
import { restsOnNoClaim } from "./report.ts";
import type { RunClaim } from "./run-claim.ts";
import { unansweredTitle } from "./unanswered-title.ts";

/** A run's report as Markdown in which nothing that anybody wrote is markup: no link, no image, no HTML. */
export function reportMarkdown(file: ReportFile): string {
  const { evidence, audit, runId } = file;
  const { report, claims, requirements } = evidence;
  const labelsById = new Map(claims.map(({ id, label }) => [id, label]));
  const citationsById = new Map(claims.map((claim) => {
      const { isSound, words } = claimStanding(claim, audit);
      return [claim.id, isSound ? claim.label : `${claim.label}, ${words}`];
    }));
  const lines: string[] = [`# ${line(evidence.title === "" ? "Report" : evidence.title)}`, "", `> ${line(evidence.question)}`, "", auditSentence(file), ""];
  for (const block of report?.blocks ?? []) {
    const text = block.sentences
      .map((sentence) => `${line(sentence.text)}${sentence.claimIds.map((id) => ` \\[${line(citationsById.get(id) ?? id)}\\]`).join("")}${restsOnNoClaim(sentence) ? " \\[rests on no claim\\]" : ""}`)
      .join(" ");
    lines.push(...(block.type === "heading" ? ["", `## ${text}`, ""] : block.type === "list-item" ? [`- ${text}`] : ["", text, ""]));
  }
  if (report === null) lines.push(`There is no report: ${line(evidence.whyNoReport)}.`);
  section(lines, unansweredTitle(claims), evidence.unanswered, ({ requirementId, text, why, closest }) => {
    const requirement = requirements.find(({ id }) => id === requirementId);
    const kind = requirement === undefined ? "" : `${requirement.id.toUpperCase()}${requirement.isCritical ? ", critical" : ""}: `;
    const near = closest.length === 0 ? "" : "What comes closest, and was not taken for an answer:";
    return `${kind === "" ? "" : `${line(kind)} `}${asSentences([line(text), line(asSentence(why)), near])}${closest.map((quote) => quoteItem(quote, file)).join("")}`;
  });
  section(lines, "Conflicts, both sides kept", report?.conflicts ?? [], ({ claimIds, about }) => `${line(about)}: ${claimIds.map((id) => line(labelsById.get(id) ?? id)).join(" against ")}`);
  section(lines, "Evidence", claims.filter(({ isFinal }) => isFinal), (claim) => evidenceOf(claim, file));
  section(lines, "Kept, not in the answer", claims.filter(({ isFinal }) => !isFinal), (claim) => evidenceOf(claim, file));
  section(lines, "What the audit found", audit?.findings ?? [], ({ severity, ruleId, message }) => `${severity}, ${line(ruleId)}: ${line(message)}`);
  section(lines, "Checks that could not run", audit?.notRun ?? [], ({ ruleId, reason }) => `${line(ruleId)}: ${line(reason)}`);
  section(lines, "Declared and used", evidence.ledger, ({ what, declared, used, state }) => `${what}: declared ${line(declared)}, used ${line(used)}, ${state}`);
  lines.push("", `Run ${line(runId)}`);
  return `${lines.join("\n").replaceAll(/\n{3,}/g, "\n\n")}\n`;
}

function section<Item>(lines: string[], title: string, items: readonly Item[], write: (item: Item) => string): void {
  if (items.length > 0) lines.push("", `## ${title}`, "", ...items.map((item) => `- ${write(item)}`));
}

function quoteItem(quote: CitedQuote, { evidence: { sources } }: ReportFile): string {
  const { sourceId, found } = quote;
  const path = sources.find(({ id }) => id === sourceId)?.path ?? "a source that is not there";
  const place = `${line(path)}${found === "not-in-source" ? ", where these words are not" : ""}`;
  const { text, isCode } = quoteWords(quote);
  return isCode ? `\n  - ${place}:\n\n${codeBlock(text)}` : `\n  - “${line(text)}” (${place})`;
}

function evidenceOf(claim: RunClaim, file: ReportFile): string {
  const quotes = claim.quotes.length === 0 ? ["\n  - It cites nothing."] : claim.quotes.map((quote) => quoteItem(quote, file));
  const rulings = claim.rulings.flatMap((ruling) => alikeVotes(ruling).map((alike) => voteWords(alike, line(alike.verifier))));
  return `**${line(claim.label)}** ${line(claim.text)} (${claimStanding(claim, file.audit).words})${quotes.join("")}${rulings.length === 0 ? "\n  - No verifier ruled on it." : `\n  - ${rulings.join("; ")}`}`;
}

/** Several remarks one after the other, each but the last ended. */
function asSentences(remarks: readonly string[]): string {
  const told = remarks.filter((remark) => remark !== "");
  return told.map((remark, index) => (index === told.length - 1 || /[.!?]$/.test(remark) ? remark : `${remark}.`)).join(" ");
}

/** Anybody's text on one line, with every sign that Markdown would obey escaped; code stays code. */
function line(text: string): string {
  return codeSpans(text.replaceAll(/\s+/g, " ").trim())
    .map((part) => (part.isCode ? fenced(part.text) : escaped(part.text)))
    .join("");
}

/** Code with its lines, in an item of a list of a list. */
function codeBlock(code: string): string {
  const fence = "`".repeat(Math.max(3, longestRun(code) + 1));
  return [fence, ...code.split(/\r\n|\r|\n/), fence].map((one) => `    ${one}`).join("\n");
}

function longestRun(code: string): number {
  return Math.max(0, ...[...code.matchAll(/`+/g)].map(([run]) => run.length));
}

function fenced(code: string): string {
  const longest = longestRun(code);
  const fence = "`".repeat(longest + 1);
  return longest === 0 ? `${fence}${code}${fence}` : `${fence} ${code} ${fence}`;
}

function escaped(text: string): string {
  return text
    .replaceAll(/[\\`*_{}[\]<>#|~!&]/g, "\\$&")
    .replace(/^([-+=]|\d+[.)])/, "\\$1")
    // Nothing in it may become a link that somebody follows by mistake.
    .replaceAll(/(https?|ftp|mailto):/gi, "$1\\:")
    .replaceAll(/\bwww\./gi, "www\\.");
}
