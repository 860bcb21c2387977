"use client";

import { Anchor, CopyButton } from "@mantine/core";
import type { OpenWait } from "../../core/run/run-state.ts";
import { nodeIdOf } from "../../core/run/step-id.ts";
import { Elapsed } from "../parts/elapsed.tsx";
import { StatusMark } from "../parts/status-mark.tsx";
import { useSignedInMember } from "../shell/signed-in-member.tsx";
import { useRun } from "./run-context.tsx";
import { mayAnswer } from "./use-my-waits.ts";
import { WaitAnswer } from "./wait-answer.tsx";
import { waitingStepId, waitSentence, waitTitle } from "./wait-text.ts";
import classes from "./wait-panel.module.css";

/** What the run waits for, and the way to answer it. */
export function WaitPanel({ open }: { open: OpenWait }) {
  const { graph } = useRun();
  const me = useSignedInMember();
  const { wait, since } = open;
  const isMine = mayAnswer(me.role, wait.kind);
  const stepId = waitingStepId(wait);
  const node = stepId === null ? undefined : graph.nodes.find(({ id }) => id === nodeIdOf(stepId));
  const title = waitTitle(wait, graph);
  return (
    <section className={classes.wait} aria-label={title}>
      <div className={classes.head}>
        <StatusMark status="waiting" isTinted>
          {isMine ? "Waiting for you" : "Waiting for a reviewer"}
        </StatusMark>
        <span className={classes.since}>
          <Elapsed from={since} to={null} />
        </span>
        <span className={classes.grow} />
        <CopyButton value={typeof window === "undefined" ? "" : window.location.href.split("?")[0] ?? ""}>
          {({ copied, copy }) => (
            <Anchor component="button" type="button" className={classes.link} onClick={copy}>
              {copied ? "Copied" : "Link"}
            </Anchor>
          )}
        </CopyButton>
      </div>
      <h2>{title}</h2>
      <p className={classes.asks}>{waitSentence(wait)}</p>
      {wait.kind === "manifest-changed" && (
        <ul className={classes.differences}>
          {wait.differences.map((difference) => (
            <li key={difference}>{difference}</li>
          ))}
        </ul>
      )}
      {node !== undefined && wait.kind === "checkpoint" && node.rationale !== "" && (
        <div className={classes.why}>
          <b>Why it asks</b>
          <p>{node.rationale}</p>
        </div>
      )}
      {isMine ? <WaitAnswer key={open.waitId} open={open} /> : <p className={classes.hint}>A reviewer or an admin answers this. You will see it here.</p>}
    </section>
  );
}
