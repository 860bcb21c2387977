import { alikeVotes } from "./alike-votes.ts";
import type { CitedQuote } from "./cited-quote.ts";
import { quoteWords } from "./quote-words.ts";
import { asSentence, auditSentence, claimStanding, codeSpans, voteWords, type ReportFile } from "./report-file.ts";
import { restsOnNoClaim } from "./report.ts";
import type { RunClaim } from "./run-claim.ts";
import type { RunEvidence } from "./run-evidence.ts";
import { unansweredTitle } from "./unanswered-title.ts";

const style = `
:root { color-scheme: light dark; --text: light-dark(#15181c, #e7eaed); --dim: light-dark(#626b76, #8b949e); --line: light-dark(#e0e3e7, #282d33); --bg: light-dark(#fff, #16191c); --bad: light-dark(#c02b2b, #f27e77); --bad-bg: light-dark(#fdecea, #361b1b); --good: light-dark(#1c7a3d, #5bbd7d); --warn: light-dark(#ad5200, #f2a055); }
body { max-width: 760px; margin: 0 auto; padding: 32px 20px 64px; background: var(--bg); color: var(--text); font: 15px/24px system-ui, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 22px; line-height: 28px; margin: 0 0 8px; } h2 { font-size: 16px; margin: 32px 0 8px; } h3 { font-size: 15px; margin: 20px 0 4px; }
.question, .meta { color: var(--dim); } .state { margin: 16px 0; padding: 10px 14px; border: 1px solid var(--line); border-radius: 6px; font-weight: 600; }
.state.failed { border-color: var(--bad); background: var(--bad-bg); color: var(--bad); }
code { font: 0.9em ui-monospace, monospace; } pre { margin: 4px 0; padding: 8px 10px; border: 1px solid var(--line); border-radius: 6px; white-space: pre-wrap; font: 12px/18px ui-monospace, monospace; } a { color: inherit; }
.cite { font-size: 12px; font-weight: 600; text-decoration: none; border: 1px solid var(--line); border-radius: 3px; padding: 0 4px; white-space: nowrap; }
.supported { color: var(--good); } .refuted, .missing { color: var(--bad); } .conflicted { color: var(--warn); }
li { margin: 4px 0; } q { color: var(--dim); } table { border-collapse: collapse; width: 100%; font-size: 13px; } .wide { overflow-x: auto; } td, th { overflow-wrap: break-word; border-top: 1px solid var(--line); padding: 4px 8px 4px 0; text-align: start; vertical-align: top; }
`;

/**
 * A run's report as one HTML file. Everything that anybody wrote is text, and the page may load nothing: its policy
 * forbids it (https://www.w3.org/TR/CSP3/), and there is nothing in it that would.
 */
export function reportHtml(file: ReportFile): string {
  const { evidence, audit, runId } = file;
  const title = evidence.title === "" ? "Report" : evidence.title;
  const finals = evidence.claims.filter(({ isFinal }) => isFinal);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>${style}</style>
</head>
<body>
<h1>${prose(title)}</h1>
<p class="question">${prose(evidence.question)}</p>
<p class="state ${audit?.result === "failed" ? "failed" : ""}">${escaped(auditSentence(file))}</p>
${answer(file)}
${list(unansweredTitle(evidence.claims), evidence.unanswered, ({ requirementId, text, why, closest }) => {
  const requirement = evidence.requirements.find(({ id }) => id === requirementId);
  const kind = requirement === undefined ? "" : `<b>${escaped(requirement.id.toUpperCase())}${requirement.isCritical ? ", critical" : ""}</b> `;
  return `${kind}${prose(text)}${why === "" ? "" : `<br><span class="meta">${prose(asSentence(why))}</span>`}${closest.length === 0 ? "" : `<br><span class="meta">What comes closest, and was not taken for an answer:</span><ul>${closest.map((quote) => quoteItem(quote, evidence)).join("")}</ul>`}`;
})}
${list("Conflicts, both sides kept", evidence.report?.conflicts ?? [], ({ claimIds, about }) => `${prose(about)}: ${claimIds.map((id) => cite(id, file)).join(" ")}`)}
${list("Evidence", finals, (claim) => evidenceOf(claim, file))}
${list("Kept, not in the answer", evidence.claims.filter(({ isFinal }) => !isFinal), (claim) => evidenceOf(claim, file))}
${list("What the audit found", audit?.findings ?? [], ({ severity, ruleId, message, why }) => `<b class="${severity === "error" ? "missing" : ""}">${severity}</b> <code>${escaped(ruleId)}</code> ${prose(message)}<br><span class="meta">${prose(why)}</span>`)}
${list("Checks that could not run", audit?.notRun ?? [], ({ ruleId, reason }) => `<code>${escaped(ruleId)}</code> ${prose(reason)}`)}
<h2>Declared and used</h2>
<div class="wide"><table><tr><th>What</th><th>Declared</th><th>Used</th><th>State</th></tr>
${evidence.ledger.map(({ what, declared, used, state, remark }) => `<tr><td>${what}</td><td>${escaped(declared)}</td><td>${escaped(used)}</td><td>${state}${remark === "" ? "" : `, ${escaped(remark)}`}</td></tr>`).join("\n")}
</table></div>
<p class="meta">Run ${escaped(runId)}</p>
</body>
</html>
`;
}

function answer(file: ReportFile): string {
  const { report, whyNoReport } = file.evidence;
  if (report === null) return `<p>There is no report: ${prose(whyNoReport)}.</p>`;
  return report.blocks
    .map(({ type, sentences }) => {
      const text = sentences.map((sentence) => [prose(sentence.text), ...sentence.claimIds.map((id) => cite(id, file)), ...(restsOnNoClaim(sentence) ? ['<span class="cite missing">rests on no claim</span>'] : [])].join(" ")).join(" ");
      return type === "heading" ? `<h3>${text}</h3>` : type === "list-item" ? `<ul><li>${text}</li></ul>` : `<p>${text}</p>`;
    })
    .join("\n")
    .replaceAll("</ul>\n<ul>", "\n");
}

function list<Item>(title: string, items: readonly Item[], write: (item: Item) => string): string {
  return items.length === 0 ? "" : `<h2>${title}</h2>\n<ul>\n${items.map((item) => `<li>${write(item)}</li>`).join("\n")}\n</ul>`;
}

function cite(claimId: string, { evidence, audit }: ReportFile): string {
  const claim = evidence.claims.find(({ id }) => id === claimId);
  if (claim === undefined) return "";
  const { tone, words, mark } = claimStanding(claim, audit);
  return `<a class="cite ${tone}" href="#${anchor(claim)}" title="${words}">${mark} ${escaped(claim.label)}</a>`;
}

function quoteItem(quote: CitedQuote, { sources }: RunEvidence): string {
  const { sourceId, found } = quote;
  const path = sources.find(({ id }) => id === sourceId)?.path ?? "a source that is not there";
  const { text, isCode } = quoteWords(quote);
  return `<li>${isCode ? `<pre>${escaped(text)}</pre>` : `<q>${prose(text)}</q>`} ${escaped(path)}${found === "not-in-source" ? ' <b class="missing">where these words are not</b>' : ""}</li>`;
}

function evidenceOf(claim: RunClaim, { evidence, audit }: ReportFile): string {
  const { tone, words } = claimStanding(claim, audit);
  const quotes = claim.quotes.length === 0 ? ["<li>It cites nothing.</li>"] : claim.quotes.map((quote) => quoteItem(quote, evidence));
  const rulings = claim.rulings.flatMap((ruling) => alikeVotes(ruling).map((alike) => `<li>${voteWords(alike, escaped(alike.verifier))}: ${prose(alike.reason)}</li>`));
  return `<span id="${anchor(claim)}"><b>${escaped(claim.label)}</b> ${prose(claim.text)} <span class="${tone === "plain" ? "meta" : tone}">(${words})</span></span><ul>${quotes.join("")}${rulings.length === 0 ? "<li>No verifier ruled on it.</li>" : rulings.join("")}</ul>`;
}

/** An id of ours: what others wrote stands in none. */
function anchor({ label }: RunClaim): string {
  return `claim-${encodeURIComponent(label).replaceAll(/[^\w-]/g, "_")}`;
}

function prose(text: string): string {
  return codeSpans(text)
    .map((part) => (part.isCode ? `<code>${escaped(part.text)}</code>` : escaped(part.text)))
    .join("");
}

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => entities[sign] ?? "");
}
