"use client";

import { createContext, use, type ReactNode } from "react";
import type { Member } from "../../core/access/member.ts";

const MemberContext = createContext<Member | null>(null);

export function MemberProvider({ member, children }: { member: Member; children: ReactNode }) {
  return <MemberContext value={member}>{children}</MemberContext>;
}

/**
 * The person in front of the screen: for words, and for leaving out what they may not do. Never a permission: the server asks again.
 *
 * @throws when used outside the frame
 */
export function useSignedInMember(): Member {
  const member = use(MemberContext);
  if (member === null) throw new Error("useSignedInMember is used outside the frame.");
  return member;
}
