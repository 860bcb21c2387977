"use client";

import { useQuery } from "@tanstack/react-query";
import { useApi } from "../shell/api.ts";

/** So often every page looks whether somebody said something. */
const lookAgainMs = 15_000;

/** Open comments that wait for this member, the newest first. */
export function useMyComments() {
  const api = useApi();
  return useQuery(api.annotations.mine.queryOptions(undefined, { refetchInterval: lookAgainMs })).data ?? [];
}
