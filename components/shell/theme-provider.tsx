"use client";

import { MantineProvider } from "@mantine/core";
import { ModalsProvider } from "@mantine/modals";
import { Notifications } from "@mantine/notifications";
import type { ReactNode } from "react";
import { cssVariables } from "./css-variables.ts";
import classes from "./theme.module.css";
import { theme } from "./theme.ts";

/** The one theme, the dialogs that ask before something can't be undone, and the toasts. */
export function ThemeProvider({ nonce, children }: { nonce: string | undefined; children: ReactNode }) {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      getStyleNonce={nonce === undefined ? undefined : () => nonce}
    >
      <ModalsProvider labels={{ confirm: "Confirm", cancel: "Cancel" }}>{children}</ModalsProvider>
      <Notifications position="bottom-right" classNames={{ root: classes.toasts ?? "" }} limit={4} transitionDuration={0} />
    </MantineProvider>
  );
}
