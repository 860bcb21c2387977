"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { useApi } from "./api.ts";
import { useLiveTopic } from "./live-topic.ts";

/** So often lists of what needs somebody are read again without news: some may have gone by while the live channel was cut. */
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
  // A glimpse that nobody saw is made up for by the lists themselves, which look again now and then.
  useLiveTopic("inbox", 0, { onEntries: () => undefined, onGlimpse: () => (timer.current ??= setTimeout(look, togetherMs)), onRestart: look });
  useEffect(() => () => clearTimeout(timer.current), []);
}
