"use client";

import { Button } from "@mantine/core";
import { IconPencilBolt } from "@tabler/icons-react";
import classes from "./revise-button.module.css";
import { useUrlState } from "../shell/use-url-state.ts";

/** Opens the revision of the plan by a model, of one step where that is named; again, it closes it. */
export function ReviseButton({ label, nodeId = null }: { label: string; nodeId?: string | null }) {
  const [params, changeUrl] = useUrlState();
  const isOpen = params.get("panel") === "revise" && nodeId === null;
  return (
    <Button
      size="xs"
      className={classes.revise ?? ""}
      leftSection={<IconPencilBolt size={14} stroke={1.9} />}
      aria-pressed={nodeId === null ? isOpen : undefined}
      onClick={() => changeUrl(isOpen ? { panel: "", proposal: "", thread: "", part: "" } : { panel: "revise", thread: "", part: nodeId ?? "" })}
    >
      {label}
    </Button>
  );
}
