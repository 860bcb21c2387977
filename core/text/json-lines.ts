/**
 * Finds where the parts of a JSON text begin: the line, from 1, of every object with an `id`, by the name of the list it
 * is in and that id (`nodes/read`), and of every named field on the way (`definition`). One pass, whatever the text holds.
 */
export function linesOfJson(text: string): ReadonlyMap<string, number> {
  const lines = new Map<string, number>();
  const open: { list: string; line: number; isObject: boolean }[] = [];
  let line = 1;
  let key: string | null = null;
  let field: string | null = null;
  for (const { 0: token } of text.matchAll(/"(?:[^"\\]|\\[\s\S])*"|[{}[\]:,\n]/g)) {
    const around = open.at(-1);
    if (token === "\n") line += 1;
    else if (token === "{" || token === "[") {
      open.push({ list: field ?? around?.list ?? "", line, isObject: token === "{" });
      field = null;
    } else if (token === "}" || token === "]") {
      open.pop();
      field = null;
    } else if (token === ":") field = key;
    else if (token === ",") field = null;
    else {
      const value = token.slice(1, -1);
      if (field === null) key = value;
      else if (field === "id" && around?.isObject === true && !lines.has(`${around.list}/${value}`)) lines.set(`${around.list}/${value}`, around.line);
      if (field === null && around?.isObject === true && !lines.has(value)) lines.set(value, line);
    }
  }
  return lines;
}
