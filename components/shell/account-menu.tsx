"use client";

import { Menu, UnstyledButton, useMantineColorScheme } from "@mantine/core";
import { IconKeyboard, IconLogout, IconUserCircle } from "@tabler/icons-react";
import Link from "next/link";
import { roleLabel } from "../people/role.ts";
import { Initials, initialsOf } from "../parts/initials.tsx";
import classes from "./account-menu.module.css";
import { colorSchemes, isColorScheme } from "./color-scheme.ts";
import { useSignedInMember } from "./signed-in-member.tsx";
import { useSignOut } from "./use-sign-out.ts";

/** Who is signed in, the theme, and the way out. */
export function AccountMenu({ onHelp }: { onHelp: () => void }) {
  const member = useSignedInMember();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const signOut = useSignOut();
  return (
    <Menu position="bottom-end" width={248} withinPortal={false}>
      <Menu.Target>
        <UnstyledButton className={classes.target} aria-label={`Account of ${member.name}, ${initialsOf(member.name)}`}>
          <Initials name={member.name} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label component="div" className={classes.who}>
          <span className={classes.name}>{member.name}</span>
          <span className={classes.email}>{member.email}</span>
          <span>{roleLabel[member.role]}</span>
        </Menu.Label>
        <Menu.Divider />
        <Menu.Label>Theme</Menu.Label>
        <Menu.RadioGroup value={colorScheme} onChange={(value) => isColorScheme(value) && setColorScheme(value)}>
          {colorSchemes.map(({ value, label }) => (
            <Menu.RadioItem key={value} value={value}>
              {label}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Item component={Link} href="/settings/account" leftSection={<IconUserCircle size={16} stroke={1.75} />}>
          Account
        </Menu.Item>
        <Menu.Item leftSection={<IconKeyboard size={16} stroke={1.75} />} onClick={onHelp}>
          Keyboard
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={16} stroke={1.75} />} onClick={signOut}>
          Sign out
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
