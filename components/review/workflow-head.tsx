import { CopyButton, Tooltip, UnstyledButton } from "@mantine/core";
import { IconLock } from "@tabler/icons-react";
import Link from "next/link";
import type { ReactNode } from "react";
import classes from "./workflow-head.module.css";

/** The strip above a plan: its name, which revision with which digest, and the question it answers. */
export function WorkflowHead({ title, question, briefVersion, revision, isWriting = false, digest, compareWith = null, children }: {
  title: string;
  question: string;
  briefVersion: { briefId: string; number: number };
  /** "Revision 2", or how the writing stands. */
  revision: string;
  /** Whether the planner is at work. */
  isWriting?: boolean;
  digest: string | null;
  /** The revision before and where both are compared; null for the first. */
  compareWith?: { path: string; number: number } | null;
  /** Stands at the far end: what is being saved or written. */
  children?: ReactNode;
}) {
  return (
    <header className={classes.head}>
      <div className={classes.line}>
        <Link href="/" className={classes.crumb}>
          Inbox
        </Link>
        <span className={classes.crumb} aria-hidden="true">
          /
        </span>
        <h1 className={classes.title}>{title}</h1>
        <span className={classes.chip} data-writing={isWriting || undefined}>{revision}</span>
        {digest !== null && (
          <CopyButton value={digest}>
            {({ copied, copy }) => (
              <Tooltip label={copied ? "Copied" : `Digest ${digest}. Press to copy.`} multiline maw={320}>
                <UnstyledButton className={classes.copy} onClick={copy}>
                  <span className={classes.chip}>
                    <IconLock size={12} stroke={2.1} aria-hidden="true" />
                    <code>{digest.slice(0, 8)}</code>
                  </span>
                </UnstyledButton>
              </Tooltip>
            )}
          </CopyButton>
        )}
        {compareWith !== null && (
          <Link href={compareWith.path} className={classes.chip}>
            Compare with {compareWith.number}
          </Link>
        )}
        <Link href={`/briefs/${briefVersion.briefId}?version=${briefVersion.number}`} className={classes.chip}>
          Brief, version {briefVersion.number}
        </Link>
        <div className={classes.end}>{children}</div>
      </div>
      {!isSameWords(title, question) && (
        <p className={classes.question} title={question}>
          {question}
        </p>
      )}
    </header>
  );
}

/** A title that is the question without its mark says it already. */
function isSameWords(title: string, question: string): boolean {
  return title === question.trim().replace(/[?.!]+$/, "");
}
