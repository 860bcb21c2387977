"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useEffectEvent, useRef } from "react";
import { useApi } from "./api.ts";
import { useLiveStatus } from "./live-provider.tsx";
import { useLiveTopic } from "./live-topic.ts";

/** So often lists of what needs somebody are read again without news: a glimpse may be missed. */
export const lookAgainMs = 60_000;

/** News that come as close together as this are looked at together. */
const togetherMs = 300;

/** Reads what needs this member again as soon as anybody did something that may matter to them. */
export function useInboxNews(): void {
  const api = useApi();
  const queryClient = useQueryClient();
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const look = () => {
    timer.current = undefined;
    for (const queryKey of [api.annotations.mine.queryKey(), api.workflows.list.pathKey(), api.runs.inNeed.queryKey(), api.runs.list.pathKey()]) void queryClient.invalidateQueries({ queryKey });
  };
  const lookSoon = useEffectEvent(() => (timer.current ??= setTimeout(look, togetherMs)));
  const { state } = useLiveStatus();
  // What came after a list was read and before the live channel was there, at first or again, nobody tells of.
  useEffect(() => {
    if (state === "live") lookSoon();
  }, [state]);
  useLiveTopic("inbox", 0, { onEntries: () => undefined, onGlimpse: lookSoon, onRestart: look });
  useEffect(() => () => clearTimeout(timer.current), []);
}
