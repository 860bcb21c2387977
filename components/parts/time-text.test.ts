import { describe, expect, it } from "vitest";
import { exactTimeText, relativeTimeText, waitText } from "./time-text.ts";

const now = new Date("2026-11-22T15:00:00Z");

function ago(text: string): string {
  return relativeTimeText(new Date(text), now, "UTC");
}

describe("relativeTimeText", () => {
  it("speaks of minutes and hours on the same day", () => {
    expect(ago("2026-11-22T14:59:30Z")).toBe("just now");
    expect(ago("2026-11-22T14:55:00Z")).toBe("5 minutes ago");
    expect(ago("2026-11-22T12:10:00Z")).toBe("2 hours ago");
  });

  it("counts days by the calendar, not by 24 hours", () => {
    expect(ago("2026-11-21T23:59:00Z")).toBe("yesterday");
    expect(ago("2026-11-20T23:59:00Z")).toBe("2 days ago");
    expect(relativeTimeText(new Date("2026-11-22T01:00:00Z"), now, "UTC")).toBe("14 hours ago");
    expect(relativeTimeText(new Date("2026-11-22T01:00:00Z"), now, "America/New_York")).toBe("yesterday");
  });

  it("shows a date after a week, with the year only when it is another", () => {
    expect(ago("2026-11-02T10:00:00Z")).toBe("2 Nov");
    expect(ago("2025-11-02T10:00:00Z")).toBe("2 Nov 2025");
  });

  it("speaks of what is ahead", () => {
    expect(ago("2026-11-22T15:00:20Z")).toBe("in less than a minute");
    expect(ago("2026-11-23T15:00:00Z")).toBe("tomorrow");
    expect(ago("2026-11-28T15:00:00Z")).toBe("in 6 days");
  });
});

describe("exactTimeText", () => {
  it("names the second and the zone", () => {
    expect(exactTimeText(now, "UTC")).toBe("22 Nov 2026, 15:00:00 UTC");
  });
});

describe("waitText", () => {
  it("rounds up, so that nobody tries too early", () => {
    expect(waitText(1)).toBe("1 second");
    expect(waitText(45)).toBe("45 seconds");
    expect(waitText(95)).toBe("2 minutes");
  });
});
