"use client";

import { useDisclosure } from "@mantine/hooks";
import { useRouter } from "next/navigation";
import type { ReactNode } from "react";
import type { Member } from "../../core/access/member.ts";
import { AnnouncerProvider } from "./announcer.tsx";
import { CommandPalette } from "./command-palette.tsx";
import classes from "./frame.module.css";
import { KeyboardHelp } from "./keyboard-help.tsx";
import { KeyboardProvider, useKeyBinding } from "./keyboard.tsx";
import { LiveProvider } from "./live-provider.tsx";
import { destinations, type Destination } from "./navigation.ts";
import { openPalette } from "./palette-door.ts";
import { MemberProvider } from "./signed-in-member.tsx";
import { TopBar } from "./top-bar.tsx";

/** What stays while pages change: top bar, palette, keyboard, announcements. */
export function Frame({ member, sessionId, children }: { member: Member; sessionId: string; children: ReactNode }) {
  const [isHelpOpen, help] = useDisclosure(false);
  return (
    <MemberProvider member={member}>
      <KeyboardProvider>
        <AnnouncerProvider>
          <LiveProvider sessionId={sessionId}>
            <FrameKeys onHelp={help.open} />
            <a className={classes.skip} href="#content">
              Skip to content
            </a>
            <TopBar onHelp={help.open} />
            <main id="content" className={classes.content} tabIndex={-1}>
              {children}
            </main>
            <CommandPalette onHelp={help.open} />
            <KeyboardHelp isOpen={isHelpOpen} onClose={help.close} />
          </LiveProvider>
        </AnnouncerProvider>
      </KeyboardProvider>
    </MemberProvider>
  );
}

function FrameKeys({ onHelp }: { onHelp: () => void }) {
  useKeyBinding({ keys: ["k"], mod: true, label: "Search or jump to", group: "Everywhere", run: openPalette });
  useKeyBinding({ keys: ["?"], label: "Show all keys", group: "Everywhere", run: onHelp });
  return destinations.map((destination) => <GoKey key={destination.path} destination={destination} />);
}

function GoKey({ destination }: { destination: Destination }) {
  const router = useRouter();
  const run = () => router.push(destination.path);
  useKeyBinding({ keys: destination.keys, label: `Go to ${destination.label}`, group: "Everywhere", run });
  return null;
}
