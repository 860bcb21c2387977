import "server-only";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import type { Member } from "../../core/access/member.ts";
import { mayRole, type Permission } from "../../core/access/permission.ts";
import { requestedPathHeader } from "../../core/access/request-header.ts";
import { sharedServices } from "../services.ts";

export type PageSession = { sessionId: string; member: Member };

/** Who looks at a page; null for somebody who isn't signed in. */
export async function currentPageSession(): Promise<PageSession | null> {
  const { session } = await sharedServices().currentSession(await headers(), false);
  return session;
}

/**
 * The page's own guard: sends people who aren't signed in to the sign-in page, with the way back.
 * @param permission what the page's content needs, beyond being signed in.
 * @returns `isAllowed` false when the member's role may not: show the forbidden page instead.
 */
export async function requireMember(permission?: Permission): Promise<PageSession & { isAllowed: boolean }> {
  const session = await currentPageSession();
  if (session === null) {
    const path = (await headers()).get(requestedPathHeader) ?? "/";
    redirect(path === "/" ? "/sign-in" : `/sign-in?next=${encodeURIComponent(path)}`);
  }
  return { ...session, isAllowed: permission === undefined || mayRole(session.member.role, permission) };
}
