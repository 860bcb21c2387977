"use client";

import { Tooltip } from "@mantine/core";
import classes from "./live-pill.module.css";
import { useLiveStatus } from "./live-provider.tsx";
import type { LiveState, LiveStatus } from "./live-source.ts";

const words: Record<LiveState, string> = {
  connecting: "Connecting",
  live: "Live",
  reconnecting: "Reconnecting",
  offline: "Offline",
};

/** Says whether what is on screen follows the server: a dot and a word, the rest on hover or focus. */
export function LivePill() {
  const status = useLiveStatus();
  const state = status?.state ?? "connecting";
  return (
    <Tooltip label={status === null ? words.connecting : explain(status)} events={{ hover: true, focus: true, touch: true }} multiline maw={280}>
      <span className={classes.pill} data-state={state} tabIndex={0}>
        <span className={classes.dot} aria-hidden="true" />
        <span role="status" aria-live="polite">
          {words[state]}
        </span>
      </span>
    </Tooltip>
  );
}

function explain({ state, since, isSignedOut }: LiveStatus): string {
  const time = new Intl.DateTimeFormat("en", { dateStyle: "medium", timeStyle: "medium" }).format(since);
  switch (state) {
    case "connecting":
      return "The live connection is being opened.";
    case "live":
      return `Changes appear by themselves, since ${time}.`;
    case "reconnecting":
      return `The connection broke on ${time}. It is being opened again; nothing that happens meanwhile is lost.`;
    case "offline":
      return isSignedOut
        ? `Your session ended on ${time}. Sign in again to see what changes.`
        : `No network since ${time}. What happens meanwhile appears once it is back.`;
  }
}
