/** A remark above a line, or behind it, that says which of it is the default. */
const above = /^[ \t]*(?:\/\/|#|\/\*)[^\n]*\bdefaults?\b[^\n]*\n[ \t]*(?<line>[^\n]+)/im;
const behind = /^[ \t]*(?<line>[^\n]*?\S)[ \t]*(?:\/\/|#|\/\*)[^\n]*\bdefaults?\b/im;
const longest = 120;

/** The line of code that its own remark calls the default; null where there is none, or where nobody asks for it. */
export function defaultInCode(code: string | null, question: string): string | null {
  if (code === null || !/\bdefaults?\b/i.test(question)) return null;
  const line = (above.exec(code) ?? behind.exec(code))?.groups?.["line"]?.trim().replace(/[,;]$/, "") ?? "";
  return !/[\p{L}\p{N}]/u.test(line) || line.length > longest || line.includes("`") ? null : line;
}
