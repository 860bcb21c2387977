"use client";

import { Button } from "@mantine/core";
import { IconPencilBolt } from "@tabler/icons-react";
import classes from "./revise-button.module.css";
import { useUrlState } from "../shell/use-url-state.ts";

const wholePlan: readonly string[] = [];

/**
 * Opens the revision of the plan by a model, of some steps where they are named; again, it closes it.
 * @param isMark whether a phone shows only its mark.
 */
export function ReviseButton({ label, nodeIds = wholePlan, isMark = false }: { label: string; nodeIds?: readonly string[]; isMark?: boolean }) {
  const [params, changeUrl] = useUrlState();
  const isOfPart = nodeIds.length > 0;
  const isOpen = params.get("panel") === "revise" && !isOfPart;
  return (
    <Button
      size="xs"
      classNames={{ root: classes.revise ?? "", section: classes.section ?? "", label: classes.label ?? "" }}
      leftSection={<IconPencilBolt size={14} stroke={1.9} />}
      data-mark={isMark || undefined}
      aria-pressed={isOfPart ? undefined : isOpen}
      onClick={() => changeUrl(isOpen ? { panel: "", proposal: "", thread: "", asking: "", part: "" } : { panel: "revise", thread: "", asking: isOfPart ? "yes" : "", part: nodeIds.join(",") })}
    >
      {label}
    </Button>
  );
}
