"use client";

import { Button } from "@mantine/core";
import { IconAlertOctagon } from "@tabler/icons-react";
import Link from "next/link";
import { Trouble } from "./trouble.tsx";

/** What stands in the place of a page that threw; the frame around it goes on working. */
export function BrokenPage({ error, retry }: { error: unknown; retry: () => void }) {
  const digest = error instanceof Error && "digest" in error ? String(error.digest) : null;
  return (
    <Trouble
      icon={IconAlertOctagon}
      title="This page broke"
      kept="What was saved is kept. What you typed on this page and did not send may be lost."
      action={
        <>
          <Button variant="filled" size="md" onClick={retry}>
            Try again
          </Button>
          <Button size="md" component={Link} href="/">
            Go to the inbox
          </Button>
        </>
      }
    >
      It is a fault of Countersign, not yours. Try again; if it stays, tell whoever runs this installation
      {digest === null ? "." : `, with the number ${digest}.`}
    </Trouble>
  );
}
