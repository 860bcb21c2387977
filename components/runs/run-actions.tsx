"use client";

import { Button, Modal, Textarea } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconPlayerPause, IconPlayerPlay, IconPlayerStop } from "@tabler/icons-react";
import { useState } from "react";
import { mayRole } from "../../core/access/permission.ts";
import { isEnded } from "../../core/run/run-status.ts";
import { useSignedInMember } from "../shell/signed-in-member.tsx";
import { useRun, useRunSnapshot } from "./run-context.tsx";
import classes from "./run-actions.module.css";
import { useRunControl } from "./use-run-control.ts";

const icon = { size: 14, stroke: 1.9 } as const;

/** Pause or continue, and stop, while there is something to stop. */
export function RunActions() {
  const { run } = useRun();
  const { state } = useRunSnapshot();
  const me = useSignedInMember();
  const control = useRunControl(run.id);
  const [isStopping, stop] = useDisclosure(false);
  if (isEnded(state.status) || !mayRole(me.role, "run-control")) return null;
  const isPaused = state.openWaits.some(({ wait }) => wait.kind === "paused");
  return (
    <>
      {isPaused ? (
        <Button leftSection={<IconPlayerPlay {...icon} />} onClick={control.resume} loading={control.isSending}>
          Continue
        </Button>
      ) : (
        <Button leftSection={<IconPlayerPause {...icon} />} onClick={control.pause} loading={control.isSending}>
          Pause
        </Button>
      )}
      <Button leftSection={<IconPlayerStop {...icon} />} onClick={stop.open}>
        Stop
      </Button>
      <Modal opened={isStopping} onClose={stop.close} title="Stop this run" size={440} closeButtonProps={{ "aria-label": "Close" }}>
        <StopForm
          onStop={(reason) => {
            control.cancel(reason);
            stop.close();
          }}
        />
      </Modal>
    </>
  );
}

function StopForm({ onStop }: { onStop: (reason: string) => void }) {
  const [reason, setReason] = useState("");
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        onStop(reason);
      }}
    >
      <p>What is in flight is aborted. Everything that is done stays as it is, and the run can’t go on after this.</p>
      <Textarea label="Reason" placeholder="Kept with the run, optional" autosize minRows={2} maxRows={6} maxLength={2_000} value={reason} onChange={(event) => setReason(event.currentTarget.value)} data-autofocus />
      <div className={classes.actions}>
        <Button size="md" data-danger type="submit">
          Stop the run
        </Button>
      </div>
    </form>
  );
}
