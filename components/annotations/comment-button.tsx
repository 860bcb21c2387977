"use client";

import { ActionIcon, Tooltip } from "@mantine/core";
import { IconMessagePlus } from "@tabler/icons-react";
import type { AnnotationTarget } from "../../core/annotation/annotation-target.ts";
import { useAnnotationRoom } from "./annotation-room.tsx";

/** Begins a comment on something where it stands; nothing where nobody may comment. */
export function CommentButton({ target, label, count = 0 }: { target: AnnotationTarget; label: string; count?: number }) {
  const room = useAnnotationRoom();
  if (room === null || !room.mayWrite) return null;
  return (
    <Tooltip label={label}>
      <ActionIcon size="sm" aria-label={count === 0 ? label : `${label}, ${count} open`} onClick={() => room.begin(target)}>
        <IconMessagePlus size={14} stroke={1.9} />
      </ActionIcon>
    </Tooltip>
  );
}
