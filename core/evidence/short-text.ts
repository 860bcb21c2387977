/** A text as it stands in a sentence: one line, cut at a word where it is long. */
export function shortText(text: string, max = 90): string {
  const line = text.replaceAll(/\s+/g, " ").trim();
  if (line.length <= max) return line;
  const cut = line.slice(0, max - 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), Math.floor(max / 2)))}…`.replace(/[\ud800-\udbff]…$/, "…");
}
