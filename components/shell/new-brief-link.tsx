"use client";

import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { mayRole } from "../../core/access/permission.ts";
import { useKeyBinding } from "./keyboard.tsx";
import classes from "./new-brief-link.module.css";
import { useSignedInMember } from "./signed-in-member.tsx";

/** The way to a new question, on every page, for those who may ask one. */
export function NewBriefLink() {
  const me = useSignedInMember();
  return mayRole(me.role, "workflow-write") ? <Shown /> : null;
}

function Shown() {
  const router = useRouter();
  useKeyBinding({ keys: ["g", "n"], label: "New brief", group: "Everywhere", run: () => router.push("/briefs/new") });
  return (
    <Button component={Link} href="/briefs/new" className={classes.link} leftSection={<IconPlus size={14} stroke={1.9} />} aria-label="New brief">
      <span className={classes.words}>New brief</span>
    </Button>
  );
}
