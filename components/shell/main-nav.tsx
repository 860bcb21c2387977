"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { useNeedCount } from "../inbox/use-need-count.ts";
import classes from "./main-nav.module.css";
import { destinations, isWithin } from "./navigation.ts";

/** The main pages in the top bar, the open one underlined. */
export function MainNav() {
  const pathname = usePathname();
  const count = useNeedCount();
  return (
    <nav className={classes.nav} aria-label="Main">
      {destinations.map(({ path, label }) => (
        <Link key={path} href={path} className={classes.link} aria-current={isWithin(path, pathname) ? "page" : undefined}>
          {label}
          {path === "/" && count > 0 && (
            <span className={classes.count} title={`${count} need you`} aria-hidden="true">
              {count}
            </span>
          )}
        </Link>
      ))}
    </nav>
  );
}
