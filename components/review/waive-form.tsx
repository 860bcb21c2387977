import { Button, Textarea } from "@mantine/core";
import { useState } from "react";
import { z } from "zod";
import type { Finding } from "../../core/preflight/finding.ts";
import { findingKey } from "../../core/review/opened.ts";
import { isAbout, waiverSchema } from "../../core/review/waiver.ts";
import { firstIssue } from "../../core/text/first-issue.ts";
import { useKeptValue } from "../shell/kept-value.ts";
import classes from "./waive-form.module.css";
import { useWaiverDesk } from "./waiver-desk.tsx";

/** Null where nobody began to write one. */
const reasonSchema = z.string().max(2_000).nullable();

/** Accepts an error with a reason instead of having it fixed, and takes that back. */
export function WaiveForm({ finding }: { finding: Finding }) {
  const desk = useWaiverDesk();
  const { value: reason, change: setReason, forget } = useKeptValue(`waive.${desk?.place ?? ""}.${findingKey(finding)}`, reasonSchema, null);
  const [refused, setRefused] = useState<string | null>(null);
  const leave = () => {
    setReason(null);
    setRefused(null);
    forget();
  };
  if (desk === null || !desk.mayWaive(finding)) return null;
  const waiver = desk.waivers.find((each) => isAbout(each, finding));
  if (waiver !== undefined) {
    return (
      <div className={classes.waived}>
        <p>
          <span className={classes.word}>Waived when you approve:</span> {waiver.reason}
        </p>
        <Button size="xs" variant="subtle" onClick={() => desk.takeBack(finding)}>
          Take back
        </Button>
      </div>
    );
  }
  if (reason === null) {
    return (
      <Button size="xs" variant="subtle" onClick={() => setReason("")}>
        Waive
      </Button>
    );
  }
  const waive = () => {
    const parsed = waiverSchema.shape.reason.safeParse(reason);
    if (!parsed.success) return setRefused(firstIssue(parsed.error));
    desk.waive(finding, parsed.data);
    leave();
  };
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        waive();
      }}
    >
      <Textarea
        label="Why this may stay"
        description="Kept with the approval, with your name."
        autosize
        minRows={2}
        maxRows={6}
        maxLength={2_000}
        value={reason}
        error={refused}
        onChange={(event) => setReason(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
          // Elsewhere on the page these keys approve.
          event.preventDefault();
          event.currentTarget.form?.requestSubmit();
        }}
        data-autofocus
        autoFocus
      />
      <div className={classes.buttons}>
        <Button size="xs" variant="subtle" onClick={leave}>
          Cancel
        </Button>
        <Button size="xs" variant="filled" type="submit">
          Waive this error
        </Button>
      </div>
    </form>
  );
}
