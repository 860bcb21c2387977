/** Where one word ends inside another: `generateText`, `v7`. */
const part = /\p{Lu}+(?!\p{Ll})|\p{Lu}?[\p{Ll}\p{Lo}\p{Lm}\p{M}]+|\p{N}+/gu;
const word = /[\p{L}\p{M}\p{N}]+/gu;

/** Forms of verbs that no ending gives away. */
const irregularForms = new Map(
  `begin:began,begun break:broke,broken bring:brought build:built buy:bought catch:caught choose:chose,chosen draw:drew,drawn drive:drove,driven
  fall:fell,fallen feed:fed forget:forgot,forgotten freeze:froze,frozen get:got,gotten give:gave,given grow:grew,grown hang:hung hear:heard
  hide:hid,hidden hold:held keep:kept know:knew,known lose:lost make:made mean:meant meet:met override:overrode,overridden pay:paid
  rebuild:rebuilt rewrite:rewrote,rewritten rise:rose,risen run:ran see:saw,seen seek:sought sell:sold send:sent show:showed,shown
  speak:spoke,spoken spend:spent stick:stuck take:took,taken teach:taught throw:threw,thrown understand:understood undo:undone win:won
  write:wrote,written`
    .split(/\s+/)
    .flatMap((line) => {
      const [base = "", forms = ""] = line.split(":");
      return forms.split(",").map((form) => [form, base] as const);
    }),
);

const comparative = /^(cheap|deep|fast|great|hard|high|large|long|low|new|old|short|simple|quick|safe|slow|small|strong|weak|wide)(?:e?r|e?st)$/;

/** Whether an English adjective says "more": "faster". */
export function isComparative(form: string): boolean {
  return comparative.test(form.toLowerCase()) && form.toLowerCase().endsWith("r");
}

/** The part of an English word that its forms share, roughly. */
export function stem(form: string): string {
  const written = form.toLowerCase();
  const lower = irregularForms.get(written) ?? comparative.exec(written)?.[1] ?? written;
  if (lower.length < 4 || /\d/.test(lower)) return lower;
  const bare = lower
    .replace(/(?:ies|ied)$/, "y")
    .replace(/(?:sses|xes|ches|shes)$/, (end) => end.slice(0, -2))
    .replace(/(?<=[^su])s$/, "");
  const short = bare
    .replace(/(?<=.{3})(?:ization|isation|ational)$/, "")
    .replace(/(?<=.{3})(?:ations?|itions?|ions?)$/, "")
    .replace(/(?<=.{3})(?:ing|ed|ment)$/, "")
    .replace(/(?<=.{3})(?:er|or|able|ible|ity|ive|al|ly)$/, (end) => (bare.length > 6 ? "" : end))
    .replace(/(?<=.{2})([bdgklmnprt])\1$/, "$1");
  return short.replace(/(?<=.{2})[ey]$/, "");
}

/** Stems of the words of a text in their order, those of names made of several words beside the whole. */
export function stemsOf(text: string): string[] {
  return [...text.matchAll(word)].flatMap(([whole]) => {
    const parts = whole.match(part) ?? [];
    return parts.length > 1 ? [stem(whole), ...parts.map(stem)] : [stem(whole)];
  });
}
