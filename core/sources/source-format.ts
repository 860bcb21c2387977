/** How a document is written; what is neither is read as Markdown, which plain text mostly is. */
export type SourceFormat = "markdown" | "rst";

const markdownSign = /^(?:#{1,6} |`{3}|~{3})/m;
/** Directives, roles and paragraphs that announce a literal block: nothing else writes them. */
const rstSign = /^\.\. [\w:-]+::|(?<![\w:]):[a-z]\w*:`[^`\n]+`|[^\s:]::\s*$/m;

/** Tells a document's format by its name, and by its words where a name like `notes.txt` leaves it open. */
export function formatOf(path: string, text: string): SourceFormat {
  if (/\.re?st$/i.test(path)) return "rst";
  return /\.te?xt$/i.test(path) && rstSign.test(text) && !markdownSign.test(text) ? "rst" : "markdown";
}
