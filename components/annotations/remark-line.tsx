"use client";

import { ActionIcon, Button, Menu } from "@mantine/core";
import { IconDots, IconPencil, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { Initials } from "../parts/initials.tsx";
import { RelativeTime } from "../parts/relative-time.tsx";
import type { ApiOutput } from "../shell/api.ts";
import { useSignedInMember } from "../shell/signed-in-member.tsx";
import { useAnnotationRoom } from "./annotation-room.tsx";
import { RemarkForm } from "./remark-form.tsx";
import { RemarkText } from "./remark-text.tsx";
import classes from "./thread-card.module.css";
import { unsentKey } from "./unsent-remarks.ts";
import { useAnnotate } from "./use-annotate.ts";

type Thread = ApiOutput["annotations"]["list"][number];

interface RemarkLineProps {
  thread: Thread;
  remark: Thread["remarks"][number];
  people: readonly { id: string; name: string }[];
}

/** What one person said; whoever wrote it can put it otherwise, or take it back. */
export function RemarkLine({ thread, remark, people }: RemarkLineProps) {
  const { id, text, byId, byName, at, changedAt, isTakenBack } = remark;
  const me = useSignedInMember();
  const room = useAnnotationRoom();
  const [isDeleting, setDeleting] = useState(false);
  const key = unsentKey({ remarkId: id });
  const { change, isSending } = useAnnotate(thread.workflowId, () => {
    room?.unsent.forget(key);
    setDeleting(false);
  });
  if (isTakenBack) return <li className={classes.outdated}>A comment was deleted here by <bdi>{byName}</bdi>.</li>;
  const unsent = room?.unsent.all[key];
  const isOwn = room?.mayWrite === true && byId === me.id;
  return (
    <li className={classes.remark}>
      <Initials name={byName} size="s" />
      <div className={classes.words}>
        <p className={classes.by}>
          <b>
            <bdi>{byName}</bdi>
          </b>{" "}
          <RelativeTime at={at} />
          {changedAt !== null && (
            <span className={classes.changed}>
              edited <RelativeTime at={changedAt} />
            </span>
          )}
        </p>
        {room === null || unsent === undefined ? (
          <RemarkText text={text} people={people} />
        ) : (
          <RemarkForm
            label="Your comment"
            placeholder="Write something, or delete the comment"
            sendLabel="Save"
            text={unsent.text}
            isSending={isSending}
            isFocused={unsent.text === text}
            onChange={(next) => room.unsent.write(key, null, next)}
            onSend={() => change({ annotationId: thread.id, remarkId: id, text: unsent.text })}
            onLeave={() => room.unsent.forget(key)}
          />
        )}
        {isDeleting && (
          <div className={classes.confirm} role="alertdialog" aria-label="Delete this comment?">
            <p>Delete this comment? It stays in the audit log that you did.</p>
            <Button size="xs" onClick={() => setDeleting(false)}>
              Keep it
            </Button>
            <Button size="xs" data-danger data-autofocus autoFocus loading={isSending} onClick={() => change({ annotationId: thread.id, remarkId: id, text: null })}>
              Delete it
            </Button>
          </div>
        )}
      </div>
      {isOwn && unsent === undefined && !isDeleting && (
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon className={classes.more ?? ""} aria-label="Edit or delete your comment">
              <IconDots size={16} stroke={1.75} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item leftSection={<IconPencil size={14} stroke={1.75} />} onClick={() => room.unsent.write(key, null, text)}>
              Edit
            </Menu.Item>
            <Menu.Item leftSection={<IconTrash size={14} stroke={1.75} />} onClick={() => setDeleting(true)}>
              Delete
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
    </li>
  );
}
