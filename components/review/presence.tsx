"use client";

import { Tooltip, UnstyledButton, VisuallyHidden } from "@mantine/core";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { othersPresent, presenceBeatMs, presenceSchema, type Present } from "../../core/review/presence.ts";
import { Initials } from "../parts/initials.tsx";
import { useAnnounce } from "../shell/announcer.tsx";
import { useApiClient } from "../shell/api.ts";
import { useLiveTopic } from "../shell/live-topic.ts";
import { useSignedInMember } from "../shell/signed-in-member.tsx";
import classes from "./presence.module.css";

interface PresenceProps {
  workflowId: string;
  selectedId: string | null;
  titleOf(nodeId: string): string | null;
  onSelect(id: string): void;
}

const settleMs = 150;

type Other = ReturnType<typeof othersPresent>[number];

/** Who else has this plan open at this moment, and at which node; a press goes to that node. */
export function Presence({ workflowId, selectedId, titleOf, onSelect }: PresenceProps) {
  const others = usePresence(workflowId, selectedId);
  return (
    <ul className={classes.people} aria-label="Also here">
      {others.map((other) => {
        const title = other.nodeId === null ? null : titleOf(other.nodeId);
        const words = title === null ? `${other.name} is here` : `${other.name} is at ${title}`;
        return (
          <li key={other.memberId}>
            <Tooltip label={words}>
              {other.nodeId === null || title === null ? (
                <span className={classes.person} role="img" aria-label={words}>
                  <Initials name={other.name} size="s" />
                </span>
              ) : (
                <UnstyledButton className={classes.person} onClick={() => other.nodeId !== null && onSelect(other.nodeId)}>
                  <Initials name={other.name} size="s" />
                  <VisuallyHidden>{other.name} is at </VisuallyHidden>
                  <span className={classes.place}>{title}</span>
                </UnstyledButton>
              )}
            </Tooltip>
          </li>
        );
      })}
    </ul>
  );
}

/** Says that this page is open while it is looked at, and follows who else is there. */
function usePresence(workflowId: string, nodeId: string | null): Other[] {
  const client = useApiClient();
  const me = useSignedInMember();
  const announce = useAnnounce();
  const [tabId] = useState(() => crypto.randomUUID());
  const [others, setOthers] = useState<Other[]>([]);
  const [sequence, setSequence] = useState<number | null>(null);
  const known = useRef<readonly Other[] | null>(null);
  const newest = useRef(0);
  const take = (present: readonly Present[], at: number) => {
    // An answer and the stream may overtake each other.
    if (at < newest.current) return;
    newest.current = at;
    const next = othersPresent(present, me.id);
    const before = known.current;
    known.current = next;
    setOthers(next);
    if (before === null) return;
    const isIn = (list: readonly Other[]) => (one: Other) => list.some(({ memberId }) => memberId === one.memberId);
    for (const { name } of next.filter((one) => !isIn(before)(one))) announce(`${name} is here`);
    for (const { name } of before.filter((one) => !isIn(next)(one))) announce(`${name} left`);
  };
  const beat = useEffectEvent(async (page: { workflowId: string; nodeId: string | null }) => {
    try {
      const outcome = await client.workflows.here.mutate({ ...page, tabId });
      if (!outcome.ok) return;
      take(outcome.present, outcome.sequence);
      setSequence((earlier) => earlier ?? outcome.sequence);
    } catch {
      // The next beat says the same: nobody waits for this one.
      return;
    }
  });
  const beatAgain = useEffectEvent(() => void beat({ workflowId, nodeId }));
  useLiveTopic(`presence:${workflowId}`, sequence, {
    onEntries: (entries) => {
      const last = entries.at(-1);
      if (last !== undefined) take(presenceSchema.parse(last.data), last.sequence);
    },
    onRestart: () => {
      newest.current = 0;
      beatAgain();
    },
  });
  useEffect(() => {
    const tell = () => (document.visibilityState === "visible" ? beatAgain() : sayGoodbye({ workflowId, tabId }));
    const leave = () => sayGoodbye({ workflowId, tabId });
    const timer = setInterval(() => document.visibilityState === "visible" && beatAgain(), presenceBeatMs);
    document.addEventListener("visibilitychange", tell);
    window.addEventListener("pagehide", leave);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", tell);
      window.removeEventListener("pagehide", leave);
      leave();
    };
  }, [workflowId, tabId]);
  useEffect(() => {
    // Whoever walks through the nodes is told where they stop.
    const timer = setTimeout(() => document.visibilityState === "visible" && void beat({ workflowId, nodeId }), settleMs);
    return () => clearTimeout(timer);
  }, [workflowId, nodeId]);
  return others;
}

/** Outlives the page it is said on. */
function sayGoodbye(page: { workflowId: string; tabId: string }): void {
  const body = JSON.stringify({ json: { ...page, nodeId: null, isLeaving: true } });
  void fetch("/api/trpc/workflows.here", { method: "POST", keepalive: true, headers: { "content-type": "application/json" }, body }).catch(() => undefined);
}
