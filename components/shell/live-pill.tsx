"use client";

import { Tooltip, UnstyledButton } from "@mantine/core";
import { useEffect, useRef } from "react";
import { useAnnounce } from "./announcer.tsx";
import classes from "./live-pill.module.css";
import { useLiveSource, useLiveStatus } from "./live-provider.tsx";
import type { LiveState, LiveStatus } from "./live-source.ts";

const words: Record<LiveState, string> = {
  connecting: "Connecting",
  live: "Live",
  reconnecting: "Reconnecting",
  offline: "Offline",
};

/** Says whether what is on screen follows the server: a dot and a word, the rest on hover or focus. Pressing it tries again at once. */
export function LivePill() {
  const source = useLiveSource();
  const status = useLiveStatus();
  useSpokenState(status.state);
  return (
    <Tooltip label={explain(status)} events={{ hover: true, focus: true, touch: true }} multiline maw={280}>
      <UnstyledButton className={classes.pill} data-state={status.state} onClick={() => source?.nudge()}>
        <span className={classes.dot} aria-hidden="true" />
        {words[status.state]}
      </UnstyledButton>
    </Tooltip>
  );
}

/** Tells a screen reader that the connection broke or is back; that a page has just connected is no news. */
function useSpokenState(state: LiveState): void {
  const announce = useAnnounce();
  const last = useRef<LiveState>("connecting");
  useEffect(() => {
    if (last.current !== "connecting" && last.current !== state) announce(`Live connection: ${words[state].toLowerCase()}`);
    last.current = state;
  }, [announce, state]);
}

function explain({ state, since, isSignedOut }: LiveStatus): string {
  const time = new Intl.DateTimeFormat("en", { dateStyle: "medium", timeStyle: "medium" }).format(since);
  switch (state) {
    case "connecting":
      return "The live connection is being opened.";
    case "live":
      return `Changes appear by themselves, since ${time}.`;
    case "reconnecting":
      return `The connection broke on ${time}. It is being opened again; nothing that happens meanwhile is lost. Press to try now.`;
    case "offline":
      return isSignedOut
        ? `Your session ended on ${time}. Sign in again to see what changes.`
        : `No network since ${time}. What happens meanwhile appears once it is back.`;
  }
}
