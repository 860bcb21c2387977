"use client";

import { Button, CopyButton, Group, TextInput } from "@mantine/core";
import { IconCheck, IconCopy } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { RelativeTime } from "../parts/relative-time.tsx";
import classes from "./link-ready.module.css";

type LinkReadyProps = { path: string; expiresAt: Date; onDone: () => void; children: ReactNode };

/** A link that was just made: shown this once, because only its digest is stored. */
export function LinkReady({ path, expiresAt, onDone, children }: LinkReadyProps) {
  const address = new URL(path, window.location.origin).href;
  return (
    <>
      <p>{children}</p>
      <div className={classes.row}>
        <TextInput
          className={classes.address}
          aria-label="Link"
          value={address}
          readOnly
          data-autofocus
          onFocus={(event) => event.currentTarget.select()}
        />
        <CopyButton value={address} timeout={2000}>
          {({ copied, copy }) => (
            <Button
              size="md"
              variant="filled"
              className={classes.copy}
              leftSection={copied ? <IconCheck size={14} stroke={1.9} /> : <IconCopy size={14} stroke={1.9} />}
              onClick={copy}
            >
              {copied ? "Copied" : "Copy"}
            </Button>
          )}
        </CopyButton>
      </div>
      <p className={classes.hint}>
        Works once, expires <RelativeTime at={expiresAt} />. It is shown only now; if it gets lost, revoke it and make another.
      </p>
      <Group mt={16} justify="flex-end">
        <Button size="md" onClick={onDone}>
          Done
        </Button>
      </Group>
    </>
  );
}
