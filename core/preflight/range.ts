/** What something will take: at least, likely, and at most; `most` is null where nothing bounds it. */
export interface Range {
  least: number;
  likely: number;
  most: number | null;
}

export const nothing: Range = { least: 0, likely: 0, most: 0 };

export const exactly = (value: number): Range => ({ least: value, likely: value, most: value });

/** Figures beyond what numbers hold exactly say "very many" either way. */
const held = (value: number) => Math.min(value, Number.MAX_SAFE_INTEGER);

export function plus(a: Range, b: Range): Range {
  return { least: held(a.least + b.least), likely: held(a.likely + b.likely), most: a.most === null || b.most === null ? null : held(a.most + b.most) };
}

/** Unbounded times never is never; unbounded times anything else is unbounded. */
export function times(a: Range, b: Range): Range {
  const most = a.most === 0 || b.most === 0 ? 0 : a.most === null || b.most === null ? null : held(a.most * b.most);
  return { least: held(a.least * b.least), likely: held(a.likely * b.likely), most };
}

/** The longer of two, for things that happen beside each other. */
export function longer(a: Range, b: Range): Range {
  return { least: Math.max(a.least, b.least), likely: Math.max(a.likely, b.likely), most: a.most === null || b.most === null ? null : Math.max(a.most, b.most) };
}
