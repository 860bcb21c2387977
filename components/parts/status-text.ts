import { IconBan, IconCircleCheck, IconCircleDashed, IconCircleX, IconHourglass, IconPlayerSkipForward, IconProgress, type Icon } from "@tabler/icons-react";
import type { RunStatus } from "../../core/run/run-status.ts";

/** A status as people see it: always a mark and a word. */
export const statusText: Record<RunStatus, { label: string; icon: Icon }> = {
  pending: { label: "Pending", icon: IconCircleDashed },
  running: { label: "Running", icon: IconProgress },
  waiting: { label: "Waiting", icon: IconHourglass },
  completed: { label: "Completed", icon: IconCircleCheck },
  failed: { label: "Failed", icon: IconCircleX },
  skipped: { label: "Skipped", icon: IconPlayerSkipForward },
  canceled: { label: "Canceled", icon: IconBan },
};
