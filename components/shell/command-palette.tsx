"use client";

import { useMantineColorScheme } from "@mantine/core";
import { Spotlight, type SpotlightActionData } from "@mantine/spotlight";
import { useQuery } from "@tanstack/react-query";
import { IconKeyboard, IconLogout, IconMoon, IconPlus, IconSearch, IconSun, IconSunMoon } from "@tabler/icons-react";
import { useState } from "react";
import { mayRole } from "../../core/access/permission.ts";
import { roleLabel } from "../people/role.ts";
import { settingsSections } from "../people/settings-section.ts";
import { Initials } from "../parts/initials.tsx";
import { StatusMark } from "../parts/status-mark.tsx";
import { shortRunId } from "../runs/run-name.ts";
import { useApi } from "./api.ts";
import { useCarefulNavigation } from "./careful-navigation.ts";
import { colorSchemes } from "./color-scheme.ts";
import classes from "./command-palette.module.css";
import { destinations } from "./navigation.ts";
import { useSignedInMember } from "./signed-in-member.tsx";
import { useSignOut } from "./use-sign-out.ts";

const icon = { size: 16, stroke: 1.75 } as const;
const schemeIcon = { light: IconSun, dark: IconMoon, auto: IconSunMoon } as const;

/** Ctrl K: every page, every person and every command, found by typing. */
export function CommandPalette({ onHelp }: { onHelp: () => void }) {
  const api = useApi();
  const go = useCarefulNavigation();
  const me = useSignedInMember();
  const signOut = useSignOut();
  const { setColorScheme } = useMantineColorScheme();
  const [text, setText] = useState("");
  const runs = useQuery(api.runs.list.queryOptions({ search: text.slice(0, 200), limit: 6 }, { enabled: text.trim().length > 2, placeholderData: (earlier) => earlier }));
  const members = useQuery(api.members.list.queryOptions(undefined, { enabled: text !== "" }));

  const pages: SpotlightActionData[] = [
    ...destinations.map(({ path, label, icon: Mark }) => ({ path, label, Mark })),
    ...settingsSections(me.role).map(({ path, label, icon: Mark }) => ({ path, label: `Settings, ${label}`, Mark })),
  ].map(({ path, label, Mark }) => ({
    id: `page:${path}`,
    label,
    leftSection: <Mark {...icon} />,
    onClick: () => go(path),
  }));
  const commands: SpotlightActionData[] = [
    ...(mayRole(me.role, "workflow-write")
      ? [{ id: "brief", label: "New brief", leftSection: <IconPlus {...icon} />, onClick: () => go("/briefs/new") }]
      : []),
    ...colorSchemes.map(({ value, label }) => {
      const Mark = schemeIcon[value];
      return {
        id: `theme:${value}`,
        label: `Theme: ${label}`,
        leftSection: <Mark {...icon} />,
        onClick: () => setColorScheme(value),
      };
    }),
    { id: "keyboard", label: "Show all keys", leftSection: <IconKeyboard {...icon} />, onClick: onHelp },
    { id: "sign-out", label: "Sign out", leftSection: <IconLogout {...icon} />, onClick: signOut },
  ];
  const people: SpotlightActionData[] = (members.data ?? []).map(({ id, name, email, role }) => ({
    id: `member:${id}`,
    label: name,
    description: `${roleLabel[role]}, ${email}`,
    leftSection: <Initials name={name} size="s" />,
    onClick: () => go(`/settings/members?q=${encodeURIComponent(email)}`),
  }));

  // What was typed may stand in a claim or an event: it is put into the label's keywords, so that the list keeps it.
  const found: SpotlightActionData[] = (runs.data?.runs ?? []).map(({ id, title, question, status }) => ({
    id: `run:${id}`,
    label: `${title}, run ${shortRunId(id)}`,
    description: question,
    keywords: text,
    leftSection: <StatusMark status={status}>{""}</StatusMark>,
    onClick: () => go(`/runs/${id}`),
  }));

  return (
    <Spotlight
      actions={[
        { group: "Go to", actions: pages },
        { group: "Do", actions: commands },
        { group: "Runs", actions: text.trim().length > 2 ? found : [] },
        { group: "People", actions: text === "" ? [] : people },
      ]}
      shortcut={null}
      attributes={{ content: { "aria-label": "Search or jump to" } }}
      limit={20}
      nothingFound="Nothing found. Try a page, a command or a person’s name."
      highlightQuery
      scrollable
      maxHeight={420}
      radius={8}
      shadow="md"
      transitionProps={{ duration: 0 }}
      overlayProps={{ opacity: 0.45, blur: 0 }}
      query={text}
      onQueryChange={setText}
      searchProps={{
        leftSection: <IconSearch {...icon} />,
        placeholder: "Search or jump to",
        "aria-label": "Search or jump to",
      }}
      classNames={{
        search: classes.search,
        action: classes.action,
        actionBody: classes.actionBody,
        actionLabel: classes.actionLabel,
        actionDescription: classes.actionDescription,
        actionSection: classes.actionSection,
        actionsGroup: classes.actionsGroup,
        actionsList: classes.actionsList,
        empty: classes.empty,
      }}
    />
  );
}
