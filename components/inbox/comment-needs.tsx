"use client";

import { Button } from "@mantine/core";
import { IconMessage } from "@tabler/icons-react";
import Link from "next/link";
import { nodeOfTarget } from "../../core/annotation/annotation-target.ts";
import { standingRemarks } from "../../core/annotation/annotation.ts";
import type { Concern } from "../../core/annotation/concern.ts";
import { RelativeTime } from "../parts/relative-time.tsx";
import classes from "./plan-line.module.css";
import { useMyComments } from "./use-my-comments.ts";

const whyWords: Record<Concern, string> = { mention: "called upon you", reply: "answered you", "own-plan": "commented on your plan" };

/** Lines for open comments that wait for this member, each leading to its thread. */
export function CommentNeeds() {
  return useMyComments().comments.map(({ id, workflowId, workflow, target, targetName, remarks, concern }) => {
    const last = standingRemarks(remarks).at(-1);
    if (last === undefined) return null;
    const query = new URLSearchParams({ node: nodeOfTarget(target) ?? "", panel: "comments", thread: id });
    const path = `/workflows/${workflowId}?${query.toString()}`;
    return (
      <li key={id} className={classes.line}>
        <span className={classes.mark} data-tone="waiting">
          <IconMessage size={16} stroke={1.75} aria-hidden="true" />
        </span>
        <div className={classes.words}>
          <Link href={path} className={classes.title}>
            {targetName}
          </Link>
          <p className={classes.sub} title={workflow.title}>
            {last.text}
          </p>
        </div>
        <span className={classes.when}>
          <bdi>{last.byName}</bdi> {whyWords[concern]}, <RelativeTime at={last.at} />
        </span>
        <Button component={Link} href={path} className={classes.verb} aria-label={`Answer: ${targetName}`}>
          Answer
        </Button>
      </li>
    );
  });
}
