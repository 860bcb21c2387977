"use client";

import { Badge, Button } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { IconDeviceDesktop, IconDeviceMobile } from "@tabler/icons-react";
import { RelativeTime } from "../parts/relative-time.tsx";
import { useApi, type ApiOutput } from "../shell/api.ts";
import { toastDone } from "../shell/toast.tsx";
import { useSend } from "../shell/use-send.ts";
import { deviceOf } from "./device.ts";
import classes from "./session-row.module.css";

type Session = ApiOutput["account"]["sessions"][number];

/** One place where the member is signed in. */
export function SessionRow({ session }: { session: Session }) {
  const api = useApi();
  const queryClient = useQueryClient();
  const { send, isSending } = useSend(
    api.account.endSession.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries(api.account.sessions.queryFilter());
        toastDone("The session has ended.");
      },
    }),
  );
  const { text, isPhone } = deviceOf(session.userAgent);
  const Mark = isPhone ? IconDeviceMobile : IconDeviceDesktop;
  return (
    <li className={classes.row}>
      <Mark size={16} stroke={1.75} aria-hidden="true" className={classes.mark} />
      <div className={classes.words}>
        <span className={classes.device}>{text}</span>
        {session.isCurrent && <Badge>This one</Badge>}
        <span className={classes.meta}>
          {session.ipAddress ?? "Unknown address"}, signed in <RelativeTime at={session.createdAt} />, seen{" "}
          <RelativeTime at={session.lastSeenAt} />
        </span>
      </div>
      {!session.isCurrent && (
        <Button size="xs" onClick={() => send({ sessionId: session.id })} loading={isSending} aria-label={`End the session of ${text}`}>
          End
        </Button>
      )}
    </li>
  );
}
