"use client";

import { Button } from "@mantine/core";
import { IconPlugConnectedX, type Icon } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { apiFailure, failureText } from "../shell/api-failure.ts";
import classes from "./screen-state.module.css";

type EmptyProps = { icon: Icon; title: string; children: ReactNode; action?: ReactNode };

/** What a list says while it holds nothing: what will stand here, and the one action that fills it. */
export function Empty({ icon: Mark, title, children, action }: EmptyProps) {
  return (
    <div className={classes.state}>
      <Mark className={classes.mark} size={20} stroke={1.6} aria-hidden="true" />
      <div className={classes.words}>
        <p className={classes.title}>{title}</p>
        <p className={classes.text}>{children}</p>
        {action !== undefined && <div className={classes.action}>{action}</div>}
      </div>
    </div>
  );
}

/** What a list says when it couldn't be read: what happened, and a way to ask again. */
export function ReadFailed({ error, onRetry, isRetrying }: { error: unknown; onRetry: () => void; isRetrying: boolean }) {
  const failure = apiFailure(error);
  const { title, message } = failureText[failure];
  return (
    <div role="alert">
      <Empty
        icon={IconPlugConnectedX}
        title={title}
        action={
          <Button onClick={onRetry} loading={isRetrying}>
            Try again
          </Button>
        }
      >
        {failure === "unreachable" ? "What was shown before may be old. Nothing that you sent is lost." : message}
      </Empty>
    </div>
  );
}
