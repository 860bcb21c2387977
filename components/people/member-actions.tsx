"use client";

import { ActionIcon, Menu, type ActionIconProps } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { modals } from "@mantine/modals";
import { useQueryClient } from "@tanstack/react-query";
import { IconDots, IconKey, IconUserCheck, IconUserOff } from "@tabler/icons-react";
import type { ComponentProps } from "react";
import type { MemberListing } from "../../core/access/member.ts";
import { useApi } from "../shell/api.ts";
import { toastDone } from "../shell/toast.tsx";
import { useSend } from "../shell/use-send.ts";
import { ResetDialog } from "./reset-dialog.tsx";
import { tellRefusal } from "./role-select.tsx";

/** What an admin can do about one member. The menu is made when it is first opened: a list has hundreds of them. */
export function MemberActions({ member }: { member: MemberListing }) {
  const [isMade, menu] = useDisclosure(false);
  return isMade ? <MemberMenu member={member} /> : <MenuButton member={member} onClick={menu.open} />;
}

function MenuButton({ member, ...rest }: { member: MemberListing } & ActionIconProps & ComponentProps<"button">) {
  return (
    <ActionIcon size="xs" aria-label={`Actions for ${member.name}`} aria-haspopup="menu" {...rest}>
      <IconDots size={16} stroke={1.75} />
    </ActionIcon>
  );
}

function MemberMenu({ member }: { member: MemberListing }) {
  const api = useApi();
  const queryClient = useQueryClient();
  const [isResetting, reset] = useDisclosure(false);
  const told = (done: string) => ({
    onSuccess: async (outcome: { ok: true } | { ok: false; reason: "last-admin" | "not-found" }) => {
      await queryClient.invalidateQueries(api.members.list.queryFilter());
      if (outcome.ok) toastDone(done);
      else tellRefusal(outcome.reason, member.name);
    },
  });
  const deactivate = useSend(api.members.deactivate.mutationOptions(told(`${member.name} can’t sign in any more.`)));
  const reactivate = useSend(api.members.reactivate.mutationOptions(told(`${member.name} can sign in again.`)));
  const askDeactivate = () =>
    modals.openConfirmModal({
      title: `Deactivate ${member.name}?`,
      children:
        "They are signed out everywhere and can’t sign in until an admin reactivates them. What they did stays, under their name.",
      labels: { confirm: "Deactivate", cancel: "Cancel" },
      confirmProps: { variant: "default", "data-danger": true },
      onConfirm: () => deactivate.send({ memberId: member.id }),
    });
  return (
    <>
      <Menu position="bottom-end" width={220} defaultOpened>
        <Menu.Target>
          <MenuButton member={member} loading={deactivate.isSending || reactivate.isSending} />
        </Menu.Target>
        <Menu.Dropdown>
          {member.isActive ? (
            <>
              <Menu.Item leftSection={<IconKey size={16} stroke={1.75} />} onClick={reset.open}>
                Lost password
              </Menu.Item>
              <Menu.Item leftSection={<IconUserOff size={16} stroke={1.75} />} onClick={askDeactivate} data-danger>
                Deactivate
              </Menu.Item>
            </>
          ) : (
            <Menu.Item
              leftSection={<IconUserCheck size={16} stroke={1.75} />}
              onClick={() => reactivate.send({ memberId: member.id })}
            >
              Reactivate
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {isResetting && <ResetDialog member={member} onClose={reset.close} />}
    </>
  );
}
