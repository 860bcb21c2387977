"use client";

import { Button } from "@mantine/core";
import { IconPencilBolt } from "@tabler/icons-react";
import classes from "./revise-button.module.css";
import { useUrlState } from "../shell/use-url-state.ts";

const wholePlan: readonly string[] = [];

/** Opens the revision of the plan by a model, of some steps where they are named; again, it closes it. */
export function ReviseButton({ label, nodeIds = wholePlan }: { label: string; nodeIds?: readonly string[] }) {
  const [params, changeUrl] = useUrlState();
  const isOfPart = nodeIds.length > 0;
  const isOpen = params.get("panel") === "revise" && !isOfPart;
  return (
    <Button
      size="xs"
      className={classes.revise ?? ""}
      leftSection={<IconPencilBolt size={14} stroke={1.9} />}
      aria-pressed={isOfPart ? undefined : isOpen}
      onClick={() => changeUrl(isOpen ? { panel: "", proposal: "", thread: "", asking: "", part: "" } : { panel: "revise", thread: "", asking: isOfPart ? "yes" : "", part: nodeIds.join(",") })}
    >
      {label}
    </Button>
  );
}
