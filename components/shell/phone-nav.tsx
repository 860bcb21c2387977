"use client";

import { ActionIcon, Drawer } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconMenu2 } from "@tabler/icons-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { destinations, isWithin } from "./navigation.ts";
import classes from "./phone-nav.module.css";

/** The main pages on a phone: a button in the bar that opens them as a list. */
export function PhoneNav() {
  const [isOpen, drawer] = useDisclosure(false);
  const pathname = usePathname();
  return (
    <>
      <ActionIcon className={classes.button} onClick={drawer.open} aria-label="Menu" aria-expanded={isOpen}>
        <IconMenu2 size={20} stroke={1.75} />
      </ActionIcon>
      <Drawer opened={isOpen} onClose={drawer.close} title="Countersign" size={288} closeButtonProps={{ "aria-label": "Close menu" }}>
        <nav aria-label="Main" className={classes.list}>
          {destinations.map(({ path, label, icon: Mark }) => (
            <Link
              key={path}
              href={path}
              className={classes.link}
              onClick={drawer.close}
              aria-current={isWithin(path, pathname) ? "page" : undefined}
            >
              <Mark size={18} stroke={1.75} aria-hidden="true" />
              {label}
            </Link>
          ))}
        </nav>
      </Drawer>
    </>
  );
}
