const wholeDollar = 1_000_000;

/** Money as people read it, from micro-USD: "$1.53", "< $0.01" for what isn't nothing; "not known" where a price is missing. */
export function moneyText(microUsd: number | null): string {
  if (microUsd === null) return "not known";
  if (microUsd > 0 && microUsd < wholeDollar / 200) return "< $0.01";
  return `$${(microUsd / wholeDollar).toFixed(2)}`;
}

/** A length of time as a clock shows it: "0:07", "6:42", "1:02:09". */
export function durationText(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1_000));
  const [hours, minutes] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60];
  const tail = String(seconds % 60).padStart(2, "0");
  return hours === 0 ? `${minutes}:${tail}` : `${hours}:${String(minutes).padStart(2, "0")}:${tail}`;
}

/** How long something took that is over: "0.3 s", and from ten seconds on as a clock shows it. */
export function spanText(ms: number): string {
  const tenths = Math.floor(Math.max(0, ms) / 100);
  return tenths < 100 ? `${(tenths / 10).toFixed(1)} s` : durationText(ms);
}

/** A count with its noun: "1 item", "60 items". */
export function countText(count: number, noun: string): string {
  return `${count.toLocaleString("en")} ${noun}${count === 1 ? "" : "s"}`;
}
