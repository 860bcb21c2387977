import type { Metadata } from "next";
import { Inbox } from "../../components/inbox/inbox.tsx";
import { requireMember } from "../../server/api/page-guard.ts";

export const metadata: Metadata = { title: "Inbox" };

export default async function InboxPage() {
  await requireMember();
  return <Inbox />;
}
