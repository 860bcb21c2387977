"use client";

import { Button } from "@mantine/core";
import { IconMapSearch } from "@tabler/icons-react";
import Link from "next/link";
import { Trouble } from "./trouble.tsx";

/** What stands at an address that leads nowhere. */
export function MissingPage() {
  return (
    <Trouble
      icon={IconMapSearch}
      title="There is no page here"
      kept="Nothing was changed."
      action={
        <Button variant="filled" size="md" component={Link} href="/">
          Go to the inbox
        </Button>
      }
    >
      The address is mistyped, or what it led to no longer exists.
    </Trouble>
  );
}
