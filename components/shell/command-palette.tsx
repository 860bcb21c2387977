"use client";

import { useMantineColorScheme } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { Spotlight, type SpotlightActionData } from "@mantine/spotlight";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { IconFileText, IconKeyboard, IconLogout, IconMoon, IconPlus, IconSearch, IconSitemap, IconSun, IconSunMoon } from "@tabler/icons-react";
import { useState } from "react";
import { mayRole } from "../../core/access/permission.ts";
import { roleLabel } from "../people/role.ts";
import { settingsSections } from "../people/settings-section.ts";
import { Initials } from "../parts/initials.tsx";
import { StatusMark } from "../parts/status-mark.tsx";
import { shortRunId } from "../runs/run-name.ts";
import { sourceAddress } from "../sources/source-address.ts";
import { useApi } from "./api.ts";
import { useCarefulNavigation } from "./careful-navigation.ts";
import { colorSchemes } from "./color-scheme.ts";
import classes from "./command-palette.module.css";
import { destinations } from "./navigation.ts";
import { useSignedInMember } from "./signed-in-member.tsx";
import { useSignOut } from "./use-sign-out.ts";

const icon = { size: 16, stroke: 1.75 } as const;
const typingMs = 150;
const shownOfAKind = 6;
const schemeIcon = { light: IconSun, dark: IconMoon, auto: IconSunMoon } as const;

/** Ctrl K: every page, command, workflow, document and person, found by typing. */
export function CommandPalette({ onHelp }: { onHelp: () => void }) {
  const api = useApi();
  const go = useCarefulNavigation();
  const me = useSignedInMember();
  const signOut = useSignOut();
  const { setColorScheme } = useMantineColorScheme();
  const [text, setText] = useState("");
  const [settledText] = useDebouncedValue(text.trim(), typingMs);
  const isAsked = settledText !== "";
  const runs = useQuery(api.runs.list.queryOptions({ search: settledText.slice(0, 200), limit: shownOfAKind }, { enabled: settledText.length > 2, placeholderData: keepPreviousData }));
  const members = useQuery(api.members.list.queryOptions(undefined, { enabled: text !== "" }));
  const workflows = useQuery(api.workflows.list.queryOptions({ query: settledText, limit: shownOfAKind }, { enabled: isAsked, placeholderData: keepPreviousData }));
  const passages = useQuery(
    api.sources.search.queryOptions({ query: settledText, limit: 2 * shownOfAKind }, { enabled: isAsked, placeholderData: keepPreviousData }),
  );

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

  // The server found these by other forms of the words than the palette's own filter knows; what it found for earlier words is not shown for newer ones.
  const answering = ({ isPlaceholderData }: { isPlaceholderData: boolean }) => ({ keywords: isPlaceholderData ? "" : settledText });
  const found: SpotlightActionData[] = (runs.data?.runs ?? []).map(({ id, title, question, status }) => ({
    id: `run:${id}`,
    label: `${title}, run ${shortRunId(id)}`,
    description: question,
    leftSection: <StatusMark status={status}>{""}</StatusMark>,
    onClick: () => go(`/runs/${id}`),
    ...answering(runs),
  }));

  const plans: SpotlightActionData[] = (workflows.data ?? []).map(({ id, title, createdByName }) => ({
    id: `workflow:${id}`,
    label: title,
    description: `asked by ${createdByName}`,
    leftSection: <IconSitemap {...icon} />,
    onClick: () => go(`/workflows/${id}`),
    ...answering(workflows),
  }));
  const documents: SpotlightActionData[] = firstOfEach(passages.data ?? []).map((hit) => ({
    id: `source:${hit.sourceId}`,
    label: hit.title,
    description: `${hit.collection} / ${hit.path}`,
    leftSection: <IconFileText {...icon} />,
    onClick: () => go(sourceAddress(hit.sourceId, hit)),
    ...answering(passages),
  }));

  return (
    <Spotlight
      actions={[
        { group: "Go to", actions: pages },
        { group: "Do", actions: commands },
        { group: "Runs", actions: isAsked ? found : [] },
        { group: "Workflows", actions: isAsked ? plans : [] },
        { group: "Documents", actions: isAsked ? documents : [] },
        { group: "People", actions: text === "" ? [] : people },
      ]}
      shortcut={null}
      attributes={{ content: { "aria-label": "Search or jump to" } }}
      limit={24}
      nothingFound="Nothing found. Try a page, a command, a person’s name or words of a document."
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

/** A document stands once, at its best passage. */
function firstOfEach<Hit extends { sourceId: string }>(hits: readonly Hit[]): Hit[] {
  return [...Map.groupBy(hits, ({ sourceId }) => sourceId).values()].flatMap(([first]) => first ?? []).slice(0, shownOfAKind);
}
