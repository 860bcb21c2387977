const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** Making a formatter costs far more than using one, and a list uses hundreds. */
function kept(locale: string, options: Intl.DateTimeFormatOptions): (timeZone?: string) => Intl.DateTimeFormat {
  const formatsByZone = new Map<string | undefined, Intl.DateTimeFormat>();
  return (timeZone) => {
    const format = formatsByZone.get(timeZone) ?? new Intl.DateTimeFormat(locale, { ...options, timeZone });
    formatsByZone.set(timeZone, format);
    return format;
  };
}

const dayFormat = kept("en-CA", { dateStyle: "short" });
const yearFormat = kept("en", { year: "numeric" });
const thisYearFormat = kept("en-GB", { day: "numeric", month: "short" });
const otherYearFormat = kept("en-GB", { day: "numeric", month: "short", year: "numeric" });
const exactFormat = kept("en-GB", { dateStyle: "medium", timeStyle: "long" });
const relative = new Intl.RelativeTimeFormat("en", { numeric: "auto" });

/**
 * How long ago or how far ahead, in words: "5 minutes ago", "yesterday", "in 6 days"; a date when that is clearer.
 *
 * @param timeZone the zone in which days begin; the browser's when left out
 */
export function relativeTimeText(at: Date, now: Date, timeZone?: string): string {
  const aheadMs = at.getTime() - now.getTime();
  const distanceMs = Math.abs(aheadMs);
  if (distanceMs < minuteMs) return aheadMs > 0 ? "in less than a minute" : "just now";
  if (distanceMs < hourMs) return relative.format(Math.trunc(aheadMs / minuteMs), "minute");
  const days = dayNumber(at, timeZone) - dayNumber(now, timeZone);
  if (distanceMs < 12 * hourMs || days === 0) return relative.format(Math.trunc(aheadMs / hourMs), "hour");
  if (Math.abs(days) < 7) return relative.format(days, "day");
  return dateText(at, now, timeZone);
}

/** The day, with the year only when it isn't the current one. */
function dateText(at: Date, now: Date, timeZone?: string): string {
  const year = yearFormat(timeZone);
  const isThisYear = year.format(at) === year.format(now);
  return (isThisYear ? thisYearFormat : otherYearFormat)(timeZone).format(at);
}

/** The moment to the second with its zone, as it stands in a tooltip. */
export function exactTimeText(at: Date, timeZone?: string): string {
  return exactFormat(timeZone).format(at);
}

/** A wait in words that a person can act on. */
export function waitText(seconds: number): string {
  if (seconds < 60) return seconds === 1 ? "1 second" : `${seconds} seconds`;
  const minutes = Math.ceil(seconds / 60);
  return minutes === 1 ? "1 minute" : `${minutes} minutes`;
}

/** Counts calendar days, so that 23:59 and 00:01 are a day apart. */
function dayNumber(at: Date, timeZone?: string): number {
  const day = dayFormat(timeZone).format(at);
  return Math.round(Date.parse(`${day}T00:00:00Z`) / dayMs);
}
