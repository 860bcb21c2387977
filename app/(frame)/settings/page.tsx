import { redirect } from "next/navigation";
import { requireMember } from "../../../server/api/page-guard.ts";

export default async function SettingsPage() {
  await requireMember();
  redirect("/settings/members");
}
