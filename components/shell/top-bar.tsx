"use client";

import { ActionIcon, Kbd, UnstyledButton } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import Link from "next/link";
import { AccountMenu } from "./account-menu.tsx";
import { BrandMark } from "./brand-mark.tsx";
import { LivePill } from "./live-pill.tsx";
import { MainNav } from "./main-nav.tsx";
import { NewBriefLink } from "./new-brief-link.tsx";
import { openPalette } from "./palette-door.ts";
import { PhoneNav } from "./phone-nav.tsx";
import classes from "./top-bar.module.css";

/** The bar on top of every page. */
export function TopBar({ onHelp }: { onHelp: () => void }) {
  return (
    <header className={classes.bar}>
      <PhoneNav />
      <Link className={classes.brand} href="/" aria-label="Countersign, Inbox">
        <BrandMark />
        <span className={classes.name}>Countersign</span>
      </Link>
      <MainNav />
      <span className={classes.grow} />
      <UnstyledButton className={classes.search} onClick={openPalette} aria-keyshortcuts="Control+K Meta+K">
        <IconSearch size={16} stroke={1.75} aria-hidden="true" />
        <span className={classes.grow}>Search or jump to</span>
        <Kbd aria-hidden="true">Ctrl K</Kbd>
      </UnstyledButton>
      <ActionIcon className={classes.searchIcon} onClick={openPalette} aria-label="Search or jump to">
        <IconSearch size={18} stroke={1.75} />
      </ActionIcon>
      <NewBriefLink />
      <LivePill />
      <AccountMenu onHelp={onHelp} />
    </header>
  );
}
