"use client";

import { useDisclosure } from "@mantine/hooks";
import type { MouseEvent, ReactNode } from "react";
import type { Member } from "../../core/access/member.ts";
import { AnnouncerProvider } from "./announcer.tsx";
import { clickedPath, useCarefulNavigation } from "./careful-navigation.ts";
import { CommandPalette } from "./command-palette.tsx";
import classes from "./frame.module.css";
import { KeyboardHelp } from "./keyboard-help.tsx";
import { KeyboardProvider, useKeyBinding } from "./keyboard.tsx";
import { LiveProvider, useLiveStatus } from "./live-provider.tsx";
import { destinations, type Destination } from "./navigation.ts";
import { openPalette } from "./palette-door.ts";
import { MemberProvider } from "./signed-in-member.tsx";
import { TitleCount } from "./title-count.tsx";
import { TopBar } from "./top-bar.tsx";

/** What stays while pages change: top bar, palette, keyboard, announcements. */
export function Frame({ member, sessionId, children }: { member: Member; sessionId: string; children: ReactNode }) {
  const [isHelpOpen, help] = useDisclosure(false);
  return (
    <MemberProvider member={member}>
      <KeyboardProvider>
        <AnnouncerProvider>
          <LiveProvider sessionId={sessionId}>
            <CarefulLinks>
              <FrameKeys onHelp={help.open} />
              <TitleCount />
              <a className={classes.skip} href="#content">
                Skip to content
              </a>
              <TopBar onHelp={help.open} />
              <main id="content" className={classes.content} tabIndex={-1}>
                {children}
              </main>
              <CommandPalette onHelp={help.open} />
              <KeyboardHelp isOpen={isHelpOpen} onClose={help.close} />
            </CarefulLinks>
          </LiveProvider>
        </AnnouncerProvider>
      </KeyboardProvider>
    </MemberProvider>
  );
}

function CarefulLinks({ children }: { children: ReactNode }) {
  const go = useCarefulNavigation();
  const { state } = useLiveStatus();
  const follow = (event: MouseEvent) => {
    const path = state === "reconnecting" || state === "offline" ? clickedPath(event) : null;
    if (path === null) return;
    event.preventDefault();
    go(path);
  };
  return <div onClickCapture={follow}>{children}</div>;
}

function FrameKeys({ onHelp }: { onHelp: () => void }) {
  useKeyBinding({ keys: ["k"], mod: true, label: "Search or jump to", group: "Everywhere", run: openPalette });
  useKeyBinding({ keys: ["?"], label: "Show all keys", group: "Everywhere", run: onHelp });
  return destinations.map((destination) => <GoKey key={destination.path} destination={destination} />);
}

function GoKey({ destination }: { destination: Destination }) {
  const go = useCarefulNavigation();
  const run = () => go(destination.path);
  useKeyBinding({ keys: destination.keys, label: `Go to ${destination.label}`, group: "Everywhere", run });
  return null;
}
