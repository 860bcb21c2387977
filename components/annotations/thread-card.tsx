"use client";

import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { IconArrowBackUp, IconCheck } from "@tabler/icons-react";
import { useEffect, useRef } from "react";
import { shownRemarks } from "../../core/annotation/annotation.ts";
import { RelativeTime } from "../parts/relative-time.tsx";
import { useApi } from "../shell/api.ts";
import { useAnnotationRoom, type PlacedThread } from "./annotation-room.tsx";
import { RemarkForm } from "./remark-form.tsx";
import { RemarkLine } from "./remark-line.tsx";
import { TargetLine } from "./target-line.tsx";
import classes from "./thread-card.module.css";
import { unsentKey } from "./unsent-remarks.ts";
import { useAnnotate } from "./use-annotate.ts";

/** One thread: what it is about, what was said, and a place to answer. */
export function ThreadCard({ placed, isAimed }: { placed: PlacedThread; isAimed: boolean }) {
  const { thread, place } = placed;
  const api = useApi();
  const room = useAnnotationRoom();
  const members = useQuery(api.members.list.queryOptions());
  const card = useRef<HTMLElement>(null);
  const key = unsentKey({ threadId: thread.id });
  const { answer, resolve, isSending, isResolving } = useAnnotate(thread.workflowId, () => room?.unsent.forget(key));
  useEffect(() => {
    if (isAimed) card.current?.scrollIntoView({ block: "nearest" });
  }, [isAimed]);
  if (room === null) return null;
  const unsent = room.unsent.all[key];
  const isResolved = thread.resolved !== null;
  return (
    <article ref={card} className={classes.card} data-aimed={isAimed || undefined} data-resolved={isResolved || undefined} aria-label={`Comments on ${thread.targetName}`}>
      <header className={classes.head}>
        <TargetLine target={thread.target} name={thread.targetName} isOutdated={place.isOutdated} {...(place.isOutdated && place.nodeId === null && place.edgeId === null ? {} : { onShow: () => room.open(placed) })} />
        {room.mayWrite && (
          <Button
            size="xs"
            variant="subtle"
            className={classes.resolve ?? ""}
            loading={isResolving}
            leftSection={isResolved ? <IconArrowBackUp size={14} stroke={1.9} /> : <IconCheck size={14} stroke={1.9} />}
            onClick={() => resolve({ annotationId: thread.id, isResolved: !isResolved })}
          >
            {isResolved ? "Reopen" : "Resolve"}
          </Button>
        )}
      </header>
      {place.isOutdated && (
        <p className={classes.outdated}>
          {thread.target.type === "finding" ? "The check finds this no more." : thread.target.type === "text" ? "These words were changed since." : "This is no longer in the plan."}{" "}
          {thread.revision === null ? "Said while the plan was written." : `Said on revision ${thread.revision}.`}
        </p>
      )}
      <ol className={classes.remarks}>
        {shownRemarks(thread.remarks).map((remark) => (
          <RemarkLine key={remark.id} thread={thread} remark={remark} people={members.data ?? []} />
        ))}
      </ol>
      {thread.resolved !== null && (
        <p className={classes.outdated}>
          Resolved by <bdi>{thread.resolved.byName}</bdi>, <RelativeTime at={thread.resolved.at} />
        </p>
      )}
      {room.mayWrite && !isResolved && (
        <RemarkForm
          label={`Answer about ${thread.targetName}`}
          placeholder="Reply, or @ someone"
          sendLabel="Reply"
          text={unsent?.text ?? ""}
          isSending={isSending}
          onChange={(text) => (text === "" ? room.unsent.forget(key) : room.unsent.write(key, null, text))}
          onSend={() => unsent !== undefined && answer({ annotationId: thread.id, remarkId: unsent.id, text: unsent.text })}
        />
      )}
    </article>
  );
}
