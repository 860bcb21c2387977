"use client";

import { Button } from "@mantine/core";
import { useState } from "react";
import type { AnnotationTarget } from "../../core/annotation/annotation-target.ts";
import { nameTarget } from "../../core/annotation/name-target.ts";
import { placeTarget } from "../../core/annotation/place-target.ts";
import { ReviseButton } from "../proposals/revise-button.tsx";
import { ReadFailed } from "../parts/screen-state.tsx";
import { threadsAt, useAnnotationRoom } from "./annotation-room.tsx";
import { RemarkForm } from "./remark-form.tsx";
import { ThreadCard } from "./thread-card.tsx";
import { TargetLine } from "./target-line.tsx";
import classes from "./thread-list.module.css";
import { unsentKey } from "./unsent-remarks.ts";
import { useAnnotate } from "./use-annotate.ts";

/**
 * What was said, and a place to say more.
 * @param nodeId of the node whose threads these are, with those of the lines that touch it; null for all threads of the plan.
 */
export function ThreadList({ nodeId }: { nodeId: string | null }) {
  const room = useAnnotationRoom();
  const [isShowingResolved, setShowingResolved] = useState(false);
  if (room === null) return null;
  const { threads, read, unsent, surface, aimedId, mayWrite } = room;
  if (read.error !== null) return <ReadFailed error={read.error} onRetry={read.retry} isRetrying={read.isPending} />;
  const here = threadsAt(threads, nodeId, surface.graph);
  const open = here.filter(({ thread }) => thread.resolved === null);
  const resolved = here.filter(({ thread }) => thread.resolved !== null);
  const usual: AnnotationTarget = nodeId === null ? { type: "plan" } : { type: "node", id: nodeId };
  const targets = Object.values(unsent.all).flatMap(({ target }) => (target === null || unsentKey(target) === unsentKey(usual) ? [] : [{ target, place: placeTarget(target, surface) }]));
  const begun = threadsAt(targets, nodeId, surface.graph).map(({ target }) => target);
  const isShown = isShowingResolved || resolved.some(({ thread }) => thread.id === aimedId);
  return (
    <div className={classes.list}>
      {mayWrite && [...begun, usual].map((target) => <NewThread key={unsentKey(target)} target={target} isUsual={target === usual} />)}
      {open.length === 0 && !read.isPending && (
        <p className={classes.empty}>
          {nodeId === null ? "Nothing is open. Comment on the plan here, or on a node, a line, a requirement or a finding where it stands; select words of an instruction to comment on them." : "Nothing is open here."}
        </p>
      )}
      {nodeId === null && open.length > 0 && room.revision !== null && mayWrite && (
        <div>
          <ReviseButton label="Revise from these with the model" />
        </div>
      )}
      {open.map((placed) => (
        <ThreadCard key={placed.thread.id} placed={placed} isAimed={placed.thread.id === aimedId} />
      ))}
      {resolved.length > 0 && (
        <Button size="xs" variant="subtle" className={classes.more ?? ""} onClick={() => setShowingResolved(!isShown)} aria-expanded={isShown}>
          {isShown ? "Hide resolved" : `Show ${resolved.length} resolved`}
        </Button>
      )}
      {isShown && resolved.map((placed) => <ThreadCard key={placed.thread.id} placed={placed} isAimed={placed.thread.id === aimedId} />)}
    </div>
  );
}

function NewThread({ target, isUsual }: { target: AnnotationTarget; isUsual: boolean }) {
  const room = useAnnotationRoom();
  const key = unsentKey(target);
  const { add, isSending } = useAnnotate(room?.workflowId ?? "", () => room?.unsent.forget(key));
  if (room === null) return null;
  const { workflowId, revision, surface, unsent } = room;
  const kept = unsent.all[key];
  const name = nameTarget(target, surface);
  return (
    <section className={classes.composer} aria-label={`New comment on ${name}`} data-begun={kept === undefined ? undefined : true}>
      {(!isUsual || kept !== undefined) && <TargetLine target={target} name={name} isOutdated={placeTarget(target, surface).isOutdated} />}
      <RemarkForm
        label={`Comment on ${name}`}
        placeholder={isUsual ? (target.type === "plan" ? "Comment on the plan, or @ someone" : "Comment on this node, or @ someone") : "What about it? @ calls upon someone"}
        sendLabel="Comment"
        text={kept?.text ?? ""}
        isSending={isSending}
        isFocused={kept?.text === ""}
        onChange={(text) => unsent.write(key, target, text)}
        onSend={() => kept !== undefined && add({ workflowId, annotationId: kept.id, revision, target, text: kept.text })}
        {...(kept === undefined ? {} : { onLeave: () => unsent.forget(key) })}
      />
    </section>
  );
}
