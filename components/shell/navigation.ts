import { IconBooks, IconInbox, IconPlayerPlay, IconSettings, type Icon } from "@tabler/icons-react";

export type Destination = { path: string; label: string; icon: Icon; keys: readonly [string, string] };

/** The main pages in the order of the top bar. A page stands here from the day it exists. */
export const destinations: readonly Destination[] = [
  { path: "/", label: "Inbox", icon: IconInbox, keys: ["g", "i"] },
  { path: "/runs", label: "Runs", icon: IconPlayerPlay, keys: ["g", "r"] },
  { path: "/sources", label: "Sources", icon: IconBooks, keys: ["g", "o"] },
  { path: "/settings", label: "Settings", icon: IconSettings, keys: ["g", "s"] },
];

/** True when the page that is open belongs to the destination. */
export function isWithin(destination: string, pathname: string): boolean {
  return destination === "/" ? pathname === "/" : pathname === destination || pathname.startsWith(`${destination}/`);
}
