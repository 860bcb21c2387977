import type { Metadata } from "next";
import { MembersScreen } from "../../../../components/people/members-screen.tsx";
import { ForbiddenPage } from "../../../../components/shell/forbidden-page.tsx";
import { requireMember } from "../../../../server/api/page-guard.ts";

export const metadata: Metadata = { title: "Members" };

export default async function MembersPage() {
  const { isAllowed } = await requireMember("member-read");
  return isAllowed ? <MembersScreen /> : <ForbiddenPage />;
}
