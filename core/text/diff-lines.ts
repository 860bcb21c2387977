/** One line of two texts laid beside each other. */
export interface DiffLine {
  difference: "removed" | "added" | "same";
  text: string;
}

/** More pairs of lines than this are not held against each other: what differs is then shown as one block. */
const mostPairs = 4_000_000;

/**
 * Lays two texts beside each other, line by line, along a longest common subsequence; of a place that differs the old
 * lines come first.
 */
export function diffLines(before: string, after: string): DiffLine[] {
  const [a, b] = [linesOf(before), linesOf(after)];
  let start = 0;
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const same = (lines: readonly string[]) => lines.map((text): DiffLine => ({ difference: "same", text }));
  return [...same(a.slice(0, start)), ...diffMiddle(a.slice(start, a.length - end), b.slice(start, b.length - end)), ...same(a.slice(a.length - end))];
}

function diffMiddle(a: readonly string[], b: readonly string[]): DiffLine[] {
  const width = b.length + 1;
  const isTooLarge = (a.length + 1) * width > mostPairs;
  // lengths[i * width + j]: of the longest common subsequence of a from i and b from j.
  const lengths = new Uint32Array(isTooLarge ? 0 : (a.length + 1) * width);
  const lengthAt = (i: number, j: number) => lengths[i * width + j] ?? 0;
  if (!isTooLarge) {
    for (let i = a.length - 1; i >= 0; i -= 1) {
      for (let j = b.length - 1; j >= 0; j -= 1) lengths[i * width + j] = a[i] === b[j] ? lengthAt(i + 1, j + 1) + 1 : Math.max(lengthAt(i + 1, j), lengthAt(i, j + 1));
    }
  }
  const lines: DiffLine[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const [old, next] = [a[i], b[j]];
    if (!isTooLarge && old !== undefined && old === next) {
      lines.push({ difference: "same", text: old });
      i += 1;
      j += 1;
    } else if (old !== undefined && (next === undefined || lengthAt(i + 1, j) >= lengthAt(i, j + 1))) {
      lines.push({ difference: "removed", text: old });
      i += 1;
    } else {
      lines.push({ difference: "added", text: next ?? "" });
      j += 1;
    }
  }
  return lines;
}

function linesOf(text: string): string[] {
  return text === "" ? [] : text.split("\n");
}
