"use client";

import { NativeSelect } from "@mantine/core";
import { modals } from "@mantine/modals";
import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import type { MemberListing } from "../../core/access/member.ts";
import { roles, type Role } from "../../core/access/role.ts";
import { useApi } from "../shell/api.ts";
import { useSignedInMember } from "../shell/signed-in-member.tsx";
import { toastDone, toastFailed } from "../shell/toast.tsx";
import { useSend } from "../shell/use-send.ts";
import { roleLabel } from "./role.ts";

/** Changes what a member may do, at once; an admin who gives up their own role is asked first. */
export function RoleSelect({ member }: { member: MemberListing }) {
  const api = useApi();
  const me = useSignedInMember();
  const router = useRouter();
  const queryClient = useQueryClient();
  const { send, isSending, variables } = useSend(
    api.members.changeRole.mutationOptions({
      onSuccess: async (outcome, { role }) => {
        await queryClient.invalidateQueries(api.members.list.queryFilter());
        if (!outcome.ok) return tellRefusal(outcome.reason, member.name);
        toastDone(`${member.name} is ${withArticle(role)} now.`);
        // The frame shows one's own role, and the pages one may open depend on it.
        if (member.id === me.id) router.refresh();
      },
    }),
  );
  const change = (role: Role) => {
    if (member.id !== me.id) return send({ memberId: member.id, role });
    modals.openConfirmModal({
      title: "Give up your admin role?",
      children: `You become ${withArticle(role)}. Only another admin can make you an admin again.`,
      labels: { confirm: `Become ${withArticle(role)}`, cancel: "Stay admin" },
      onConfirm: () => send({ memberId: member.id, role }),
    });
  };
  return (
    <NativeSelect
      size="xs"
      aria-label={`Role of ${member.name}`}
      disabled={isSending}
      value={isSending ? variables?.role : member.role}
      onChange={(event) => {
        const role = roles.find((one) => one === event.currentTarget.value);
        if (role !== undefined) change(role);
      }}
      data={roles.map((role) => ({ value: role, label: roleLabel[role] }))}
    />
  );
}

/** Says why someone’s access was not changed. */
export function tellRefusal(reason: "last-admin" | "not-found", name: string): void {
  if (reason === "last-admin") {
    toastFailed(`${name} is the last admin`, "Nothing was changed. Make someone else an admin first.");
  } else {
    toastFailed(`${name} is no longer here`, "Nothing was changed. The list is up to date now.");
  }
}

function withArticle(role: Role): string {
  return role === "admin" || role === "author" ? `an ${role}` : `a ${role}`;
}
