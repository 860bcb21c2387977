"use client";

import { Tabs } from "@mantine/core";
import counts from "../parts/count-mark.module.css";
import { threadsAt, useAnnotationRoom } from "./annotation-room.tsx";

/** The tab of the comments, with how many are open at a node, or on the whole plan for null. */
export function CommentsTab({ nodeId }: { nodeId: string | null }) {
  const room = useAnnotationRoom();
  const count = room === null ? 0 : threadsAt(room.threads, nodeId, room.surface.graph).filter(({ thread }) => thread.resolved === null).length;
  return (
    <Tabs.Tab value="comments" {...(count === 0 ? {} : { rightSection: <span className={counts.count}>{count}</span> })}>
      Comments
    </Tabs.Tab>
  );
}
