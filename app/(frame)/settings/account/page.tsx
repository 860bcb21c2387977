import type { Metadata } from "next";
import { AccountScreen } from "../../../../components/people/account-screen.tsx";
import { ForbiddenPage } from "../../../../components/shell/forbidden-page.tsx";
import { requireMember } from "../../../../server/api/page-guard.ts";

export const metadata: Metadata = { title: "Account" };

export default async function AccountPage() {
  const { isAllowed } = await requireMember("account-manage");
  return isAllowed ? <AccountScreen /> : <ForbiddenPage />;
}
