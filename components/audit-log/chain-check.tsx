"use client";

import { Button, Loader } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { IconAlertOctagon, IconCircleCheck, IconLink, type Icon } from "@tabler/icons-react";
import { failureText, apiFailure } from "../shell/api-failure.ts";
import { useApi } from "../shell/api.ts";
import { RelativeTime } from "../parts/relative-time.tsx";
import classes from "./chain-check.module.css";

/** Follows the chain of hashes over the whole log, when asked: an entry that was changed or removed breaks it. */
export function ChainCheck() {
  const api = useApi();
  const check = useQuery(api.audit.verifyChain.queryOptions(undefined, { enabled: false, gcTime: Infinity }));
  const verdict = verdictOf(check);
  return (
    <section className={classes.strip} data-state={verdict.state} aria-label="Chain check">
      {check.isFetching ? <Loader size={16} /> : <verdict.mark size={16} stroke={1.75} aria-hidden="true" />}
      <p className={classes.words} role="status">
        <b>{check.isFetching ? "Checking every entry" : verdict.title}</b>
        <span>
          {check.isFetching ? "Each hash is computed again from what is stored." : verdict.text}
          {!check.isFetching && check.data && (
            <>
              {" "}
              Checked <RelativeTime at={new Date(check.dataUpdatedAt)} />.
            </>
          )}
        </span>
      </p>
      <Button onClick={() => void check.refetch()} loading={check.isFetching}>
        {check.data ? "Check again" : "Check the chain"}
      </Button>
    </section>
  );
}

type Check = { data: { ok: true; checked: number } | { ok: false; checked: number; brokenAt: number } | undefined; isError: boolean; error: unknown };
type Verdict = { state: "unknown" | "intact" | "broken"; mark: Icon; title: string; text: string };

function verdictOf({ data, isError, error }: Check): Verdict {
  const number = new Intl.NumberFormat("en");
  if (isError) {
    return { state: "unknown", mark: IconAlertOctagon, title: "The chain was not checked", text: failureText[apiFailure(error)].title };
  }
  if (data === undefined) {
    return {
      state: "unknown",
      mark: IconLink,
      title: "Each entry holds the hash of the one before",
      text: "A changed or removed entry breaks the chain. Check it from the first entry to the last.",
    };
  }
  if (data.ok) {
    const count = data.checked === 1 ? "1 entry" : `${number.format(data.checked)} entries`;
    return { state: "intact", mark: IconCircleCheck, title: `Chain intact, ${count} checked`, text: "No entry was changed or removed." };
  }
  return {
    state: "broken",
    mark: IconAlertOctagon,
    title: `Chain broken at entry ${number.format(data.brokenAt)}`,
    text: `The ${number.format(data.checked)} entries before it are intact. This one was changed or removed in the database, not by Countersign. Compare it with a backup.`,
  };
}
