const deskTabs = ["graph", "timeline", "events", "report", "audit"];
const phoneTabs = ["decide", "steps", "report", "audit", "graph", "events"];

/** The view that an address names on a wide screen; links from a phone name some that stand beside each other here. */
export function deskTab(asked: string | null): string {
  return deskTabs.find((tab) => tab === asked) ?? "graph";
}

/** The view that an address names on a phone: of what it doesn't have, what comes nearest; of decisions only while one is asked for. */
export function phoneTab(asked: string | null, { isAsking }: { isAsking: boolean }): string {
  if (asked === "timeline" || (asked === "decide" && !isAsking)) return "steps";
  return phoneTabs.find((tab) => tab === asked) ?? (isAsking ? "decide" : "steps");
}
