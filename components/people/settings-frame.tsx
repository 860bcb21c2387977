"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { useSignedInMember } from "../shell/signed-in-member.tsx";
import { settingsSections } from "./settings-section.ts";
import classes from "./settings-frame.module.css";

/** Settings: its sections on the left, or above on a phone, and the open one beside them. */
export function SettingsFrame({ children }: { children: ReactNode }) {
  const me = useSignedInMember();
  const pathname = usePathname();
  return (
    <div className={classes.frame}>
      <nav className={classes.sections} aria-label="Settings">
        <p className={classes.title}>Settings</p>
        {settingsSections(me.role).map(({ path, label, icon: Mark }) => (
          <Link key={path} href={path} className={classes.link} aria-current={pathname === path ? "page" : undefined}>
            <Mark size={16} stroke={1.75} aria-hidden="true" />
            {label}
          </Link>
        ))}
      </nav>
      <div className={classes.page}>{children}</div>
    </div>
  );
}
