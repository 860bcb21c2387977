"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import classes from "./main-nav.module.css";
import { destinations, isWithin } from "./navigation.ts";

/** The main pages in the top bar, the open one underlined. */
export function MainNav() {
  const pathname = usePathname();
  return (
    <nav className={classes.nav} aria-label="Main">
      {destinations.map(({ path, label }) => (
        <Link key={path} href={path} className={classes.link} aria-current={isWithin(path, pathname) ? "page" : undefined}>
          {label}
        </Link>
      ))}
    </nav>
  );
}
