"use client";

import { Button } from "@mantine/core";
import { IconLock } from "@tabler/icons-react";
import Link from "next/link";
import { roleLabel } from "../people/role.ts";
import { useSignedInMember } from "./signed-in-member.tsx";
import { Trouble } from "./trouble.tsx";

/** What stands in the place of a page that the member's role may not open. */
export function ForbiddenPage() {
  const me = useSignedInMember();
  return (
    <Trouble
      icon={IconLock}
      title="Your role can’t open this page"
      kept="Nothing was changed. An admin can change your role under Settings, Members."
      action={
        <Button variant="filled" size="md" component={Link} href="/">
          Go to the inbox
        </Button>
      }
    >
      You are signed in as {roleLabel[me.role].toLowerCase()}.
    </Trouble>
  );
}
