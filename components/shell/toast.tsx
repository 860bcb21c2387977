import { Anchor, Button, Group, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconAlertOctagon, IconCircleCheck } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { apiFailure, failureText } from "./api-failure.ts";
import { signInPath } from "./sign-in-path.ts";

/** Says that something was done. Goes away by itself. */
export function toastDone(message: string): void {
  notifications.show({
    message,
    icon: <IconCircleCheck size={16} stroke={1.75} />,
    autoClose: 5000,
    withBorder: true,
  });
}

/** Says what failed and stays until it is closed or tried again. */
export function toastFailed(title: string, message: ReactNode, retry?: () => void): void {
  const id = `failed:${title}`;
  notifications.hide(id);
  notifications.show({
    id,
    title,
    message: (
      <>
        <Text inherit>{message}</Text>
        {retry && (
          <Group mt={8}>
            <Button
              size="xs"
              onClick={() => {
                notifications.hide(id);
                retry();
              }}
            >
              Try again
            </Button>
          </Group>
        )}
      </>
    ),
    icon: <IconAlertOctagon size={16} stroke={1.75} />,
    "data-failed": true,
    autoClose: false,
    withBorder: true,
  });
}

/** Says why a call failed; offers to send it again when that may help. */
export function toastApiFailure(error: unknown, retry: () => void): void {
  const failure = apiFailure(error);
  const { title, message } = failureText[failure];
  toastFailed(title, message, failure === "unreachable" || failure === "broken" ? retry : undefined);
}

/** Says that the session ended while a form still holds text, and offers to sign in beside it. */
export function toastSignedOut(): void {
  toastFailed(
    failureText["signed-out"].title,
    <>
      What you typed is still here. <Anchor href={signInPath()} target="_blank" inherit>Sign in in another tab</Anchor>, then send it again.
    </>,
  );
}
