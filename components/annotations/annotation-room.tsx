"use client";

import { useQuery } from "@tanstack/react-query";
import { createContext, use, useMemo, useState, type ReactNode } from "react";
import { mayRole } from "../../core/access/permission.ts";
import type { AnnotationTarget } from "../../core/annotation/annotation-target.ts";
import { placeTarget, type Place, type Surface } from "../../core/annotation/place-target.ts";
import { useApi, type ApiOutput } from "../shell/api.ts";
import { useKeyBinding } from "../shell/keyboard.tsx";
import { useSignedInMember } from "../shell/signed-in-member.tsx";
import { useUrlState } from "../shell/use-url-state.ts";
import { unsentKey, useUnsentRemarks } from "./unsent-remarks.ts";

/** A thread, and where it belongs on the plan that is on screen. */
export interface PlacedThread {
  thread: ApiOutput["annotations"]["list"][number];
  place: Place;
}

interface AnnotationRoom {
  workflowId: string;
  /** On screen; null while the plan is being written. */
  revision: number | null;
  surface: Surface;
  threads: readonly PlacedThread[];
  read: { isPending: boolean; error: unknown; retry(): void };
  mayWrite: boolean;
  unsent: ReturnType<typeof useUnsentRemarks>;
  /** Opens the comments at something and begins to say something about it. */
  begin(target: AnnotationTarget): void;
  /** The thread that an address or a click asked for. */
  aimedId: string | null;
  /** How many threads are open, by "node", "edge" or "requirement" and its id. */
  counts: ReadonlyMap<string, number>;
  open(thread: PlacedThread): void;
  isOpen: boolean;
  setOpen(isOpen: boolean): void;
}

const RoomContext = createContext<AnnotationRoom | null>(null);

interface AnnotationRoomProviderProps {
  workflowId: string;
  revision: number | null;
  surface: Surface;
  selectedId: string | null;
  onSelect(nodeId: string | null): void;
  children: ReactNode;
}

/** Reads the threads of a plan, places them on what is on screen, and lets everything below it be commented on. */
export function AnnotationRoomProvider({ workflowId, revision, surface, selectedId, onSelect, children }: AnnotationRoomProviderProps) {
  const api = useApi();
  const me = useSignedInMember();
  // News is followed from what the page of the workflow knew: what was read before that may lack some.
  const list = useQuery(api.annotations.list.queryOptions({ workflowId }, { staleTime: 0 }));
  const unsent = useUnsentRemarks(workflowId);
  const [params, changeUrl] = useUrlState();
  const threads = useMemo(() => (list.data ?? []).map((thread) => ({ thread, place: placeTarget(thread.target, surface) })), [list.data, surface]);
  const counts = useMemo(() => countOpen(threads), [threads]);
  const mayWrite = mayRole(me.role, "annotation-write");
  const [retry] = useState(() => () => void list.refetch());
  const go = ({ nodeId, edgeId }: Place, threadId: string) => {
    onSelect(nodeId ?? surface.graph.edges.find(({ id }) => id === edgeId)?.to ?? null);
    changeUrl({ panel: "comments", thread: threadId });
  };
  const begin = (target: AnnotationTarget) => {
    const key = unsentKey(target);
    unsent.write(key, target, unsent.all[key]?.text ?? "");
    go(placeTarget(target, surface), "");
  };
  useKeyBinding({ keys: ["c"], label: "Comment on what is selected", group: "This page", run: () => mayWrite && begin(selectedId === null ? { type: "plan" } : { type: "node", id: selectedId }) });
  const room: AnnotationRoom = {
    workflowId,
    revision,
    surface,
    threads,
    counts,
    read: { isPending: list.isPending, error: list.data === undefined ? list.error : null, retry },
    mayWrite,
    unsent,
    begin,
    aimedId: params.get("thread"),
    open: ({ thread, place }) => go(place, thread.id),
    isOpen: params.get("panel") === "comments",
    setOpen: (isOpen) => changeUrl({ panel: isOpen ? "comments" : "", thread: "" }),
  };
  return <RoomContext value={room}>{children}</RoomContext>;
}

/** The comments of the plan that is on screen; null on pages that have none. */
export function useAnnotationRoom(): AnnotationRoom | null {
  return use(RoomContext);
}

/**
 * Tabs of which one holds comments: that one is open wherever comments are, the others are remembered for themselves.
 * @param first the tab to begin with.
 * @param about whom the tabs tell about: for the next one they stay as they are, unless `first` isn't the `usual` one then.
 */
export function useTabBesideComments(first: string, { about = "", usual = first }: { about?: string; usual?: string } = {}): [string, (tab: string | null) => void] {
  const room = use(RoomContext);
  const [tab, setTab] = useState(first);
  const [begunAbout, setBegunAbout] = useState(about);
  if (begunAbout !== about) {
    setBegunAbout(about);
    if (first !== usual) setTab(first);
  }
  const choose = (next: string | null) => {
    if (next !== null && next !== "comments") setTab(next);
    room?.setOpen(next === "comments");
  };
  return [room?.isOpen === true ? "comments" : tab, choose];
}

/** The threads of one node, with those of the lines that touch it; of the whole plan for null. */
export function threadsAt<Thread extends { place: Place }>(threads: readonly Thread[], nodeId: string | null, { edges }: Surface["graph"]): Thread[] {
  if (nodeId === null) return [...threads];
  const touching = new Set(edges.filter(({ from, to }) => from === nodeId || to === nodeId).map(({ id }) => id));
  return threads.filter(({ place }) => place.nodeId === nodeId || (place.edgeId !== null && touching.has(place.edgeId)));
}

/** How many threads are open, by "node", "edge" or "requirement" and its id; outdated ones count at the part that is still there. */
function countOpen(threads: readonly PlacedThread[]): ReadonlyMap<string, number> {
  const names = threads.flatMap(({ thread, place: { nodeId, edgeId, requirementId } }) => {
    if (thread.resolved !== null) return [];
    return [...(nodeId === null ? [] : [`node ${nodeId}`]), ...(edgeId === null ? [] : [`edge ${edgeId}`]), ...(requirementId === null ? [] : [`requirement ${requirementId}`])];
  });
  return new Map([...Map.groupBy(names, (name) => name)].map(([name, same]) => [name, same.length]));
}
