import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { withClaim } from "../../tests/setup/audit-with.ts";
import { recordRun, soundRun, type RunParts } from "../../tests/setup/recorded-run.ts";
import { auditRun } from "./audit-run.ts";
import { viewRun } from "./audited-run.ts";
import { codeSpans, type ReportFile } from "./report-file.ts";
import { reportHtml } from "./report-html.ts";
import { reportMarkdown } from "./report-markdown.ts";
import { runEvidence } from "./run-evidence.ts";

function fileOf(changes: Partial<RunParts> = {}): ReportFile {
  const run = recordRun({ ...soundRun, ...changes });
  return { runId: "7f3c", evidence: runEvidence(viewRun(run)), audit: auditRun(run) };
}

/** The same words in every place where somebody else's words stand. */
function hostile(words: string): ReportFile {
  const report = soundRun.report!;
  return fileOf({
    brief: { ...soundRun.brief, question: `What ${words}?` },
    graph: { ...soundRun.graph, title: "Before" },
    sources: soundRun.sources.map((source) => ({ ...source, path: words })),
    verdicts: soundRun.verdicts.map((verdict) => ({ ...verdict, reason: words, verifier: words })),
    report: {
      ...report,
      blocks: [...report.blocks, { type: "list-item", sentences: [{ text: words, claimIds: ["C1"], isConnective: false }] }],
      claims: report.claims.map((claim) => ({ ...claim, text: words, quotes: [...claim.quotes, { sourceId: words, exact: words, place: null }] })),
      conflicts: report.conflicts.map((conflict) => ({ ...conflict, about: words })),
      unanswered: [{ requirementId: "r1", text: words, why: words, closest: [{ sourceId: words, exact: words, place: null }] }],
    },
  });
}

const attacks = [
  '<img src=https://evil.example/x onerror="alert(1)">',
  "</style><script>alert(1)</script>",
  "![x](https://evil.example/track.png) [click](javascript:alert(1))",
  "\"><iframe srcdoc='<script>1</script>'></iframe>",
  "`code` and ``<b>`` and \\`<i>` ![y](//evil.example)",
  "```html\n<script>alert(1)</script>\n\n\n\n![x](//evil.example)\n```",
  "x\n\n# Heading\n\n<link rel=stylesheet href=//evil.example>",
];

/** Every tag that the page itself is made of. */
const ours = /^<(?:html lang="en"|head|title|style|body|h[123]|p(?: class="[\w ]*")?|span(?: id="claim-\w+"| class="\w*")|ul|li|b(?: class="\w*")?|q|a class="cite \w*" href="#claim-\w+" title="[a-z, ]+"|br|code|pre|div class="wide"|table|tr|td|th)>$/;

describe("a report as a file", () => {
  it("says what became of the run and what the audit says as two words, with every claim and its evidence", () => {
    for (const text of [reportMarkdown(fileOf({ verdicts: [] })), reportHtml(fileOf({ verdicts: [] }))]) {
      expect(text).toContain("The run completed. Its audit failed.");
      expect(text).toContain("Fill the tank to the upper mark.");
      expect(text).toContain("before.md");
      expect(text).toContain("No verifier ruled on it.");
      expect(text).toContain("How long the filter lasts");
    }
  });

  it("says of a run that goes on when it is audited, and of one that has ended that it was not", () => {
    const run = recordRun(soundRun);
    const words = (ended: boolean) => reportMarkdown({ ...fileOf(), evidence: runEvidence(viewRun({ ...run, entries: run.entries.slice(0, ended ? undefined : -1) })), audit: null });
    expect(words(false)).toContain("The run is running. It is audited when it ends.");
    expect(words(true)).toContain("The run completed. It was not audited.");
  });

  it("shows no claim as sound that the audit found an error in", () => {
    const [first, ...others] = soundRun.verdicts;
    const file = fileOf({ verdicts: [{ ...first!, verdict: "refuted" }, ...others] });
    expect(file.audit?.findings).toMatchObject([{ severity: "error", target: { type: "claim", id: "C1" } }]);
    expect(reportMarkdown(file)).toContain("\\[C1, supported, but the audit found an error\\]");
    expect(reportHtml(file)).toMatch(/class="cite missing" href="#claim-C1" title="supported, but the audit found an error">✕ C1</);
  });

  it("shows no claim as sound that may not answer", () => {
    const unanswered = [{ requirementId: "r1", text: "What to do", why: "", closest: [] }];
    const file = fileOf({ report: { ...withClaim("C1", { doubt: "It may speak of another tank." }).report!, unanswered } });
    expect(reportMarkdown(file)).toContain("## Not answered for sure\n");
    expect(reportHtml(file)).toContain("<h2>Not answered for sure</h2>");
    expect(reportMarkdown(file)).toContain("\\[C1, supported, may answer\\]");
    expect(reportHtml(file)).toMatch(/class="cite plain" href="#claim-C1" title="supported, may answer">\? C1</);
  });

  it("says which sentence rests on no claim, and which claim cites nothing", () => {
    const report = soundRun.report!;
    const bare = { text: "Most people never notice.", claimIds: [], isConnective: false };
    const file = fileOf({ ...withClaim("C2", { quotes: [] }), report: { ...withClaim("C2", { quotes: [] }).report!, blocks: [...report.blocks, { type: "paragraph", sentences: [bare] }] } });
    const [markdown, html] = [reportMarkdown(file), reportHtml(file)];
    expect(markdown).toContain("Most people never notice. \\[rests on no claim\\]\n");
    expect(html).toContain('Most people never notice. <span class="cite missing">rests on no claim</span>');
    expect(markdown).toContain("\n  - It cites nothing.\n");
    expect(html).toContain("<li>It cites nothing.</li>");
    for (const text of [markdown, html]) {
      expect(text.match(/rests on no claim/g)).toHaveLength(1);
      expect(text.match(/It cites nothing/g)).toHaveLength(1);
    }
  });

  it("holds the passages that come closest to what has no answer, with their documents", () => {
    const [source] = soundRun.sources;
    const closest = [{ sourceId: source!.id, exact: source!.text!.slice(0, 12), place: null }];
    const file = fileOf({ report: { ...soundRun.report!, unanswered: [{ requirementId: null, text: "How long", why: "", closest }] } });
    expect(reportMarkdown(file)).toMatch(/How long\. What comes closest, and was not taken for an answer:\n {2}- “.+” \(before\.md\)/);
    expect(reportHtml(file)).toMatch(/was not taken for an answer:<\/span><ul><li><q>[^<]+<\/q> before\.md<\/li><\/ul>/);
  });

  it("as Markdown stands in blocks of its own, with a requirement's name before what it asks", () => {
    const report = soundRun.report!;
    const text = reportMarkdown(fileOf({ report: { ...report, blocks: [...report.blocks.slice(2), ...report.blocks.slice(0, 2)], unanswered: [{ requirementId: "r1", text: "What to do", why: "", closest: [] }] } }));
    expect(text).toContain("- R1, critical: What to do\n");
    expect(text).toMatch(/\n\n## Before the start\n\n/);
    expect(text).not.toContain("\n\n\n");
  });

  it("shows code with its lines, rows by their cells, and of a claim that something speaks against what that is", () => {
    const report = soundRun.report!;
    const [before] = soundRun.sources;
    const exacts = ["```ts\nlamp.on({\n\n  watts: 60,\n})\n```", "| | Lamp | **60** |"];
    const claims = report.claims.map((claim, index) => (index === 0 ? { ...claim, quotes: exacts.map((exact) => ({ sourceId: before!.id, exact, place: null })) } : claim));
    const file = fileOf({ report: { ...report, claims, unanswered: [{ requirementId: "r3", text: "How long", why: "nothing says it.", closest: [] }] } });
    const [markdown, html] = [reportMarkdown(file), reportHtml(file)];
    expect(markdown).toContain("  - before.md, where these words are not:\n\n    ```\n    lamp.on({\n    \n      watts: 60,\n    })\n    ```\n");
    expect(markdown).toContain("“Lamp · \\*\\*60\\*\\*”");
    expect(markdown).toContain("The tank is filled to the upper mark. \\[C1, quote not in source\\]");
    expect(markdown).toContain("The boiler cools for ten minutes. \\[C2\\]");
    expect(markdown).toContain("How long. Nothing says it.");
    expect(html).toContain("<pre>lamp.on({\n\n  watts: 60,\n})</pre>");
    expect(html).toContain('title="quote not in source">✕ C1</a>');
    expect(html).toContain('title="supported">✓ C2</a>');
    expect(html).toContain('title="conflicted">⇄ C3</a>');
  });

  it("as HTML holds no element that anybody wrote, and may load nothing", () => {
    for (const attack of attacks) {
      const html = reportHtml(hostile(attack));
      const tags = [...html.matchAll(/<[a-z][^>]*>/gi)].map(([tag]) => tag).filter((tag) => !tag.startsWith("<meta "));
      expect(tags.filter((tag) => !ours.test(tag))).toEqual([]);
      expect(html.match(/<meta /g)).toHaveLength(4);
      expect(html).toContain("default-src 'none'");
    }
  });

  it("as Markdown holds no link, image or HTML that anybody wrote", () => {
    for (const attack of attacks) {
      const outside = withoutCode(reportMarkdown(hostile(attack)));
      expect(outside).not.toMatch(/(?<!\\)<[a-z/!]/i);
      expect(outside).not.toMatch(/(?<!\\)\]\(/);
      expect(outside).not.toMatch(/https?:\/\//);
    }
  });

  it("cuts any text into code and the rest without losing a letter of it", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("`", "``", "a", " ", "<b>", "\\"), { maxLength: 20 }), (pieces) => {
        const text = pieces.join("");
        const parts = codeSpans(text);
        expect(parts.map((part) => part.text).join("").replaceAll("`", "")).toBe(text.replaceAll("`", ""));
      }),
    );
  });
});

function withoutCode(markdown: string): string {
  return markdown
    .replaceAll(/^ {4}(`{3,})\n(?: {4}.*\n)*? {4}\1$/gm, "")
    .split("\n")
    .map((line) => line.replaceAll("\\\\", "").replaceAll(/(?<![\\`])(`+)(?!`)(?:[^`]|[^`].*?[^`])\1(?!`)/g, ""))
    .join("\n");
}
