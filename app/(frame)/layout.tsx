import type { ReactNode } from "react";
import { Frame } from "../../components/shell/frame.tsx";
import { requireMember } from "../../server/api/page-guard.ts";

export default async function FrameLayout({ children }: { children: ReactNode }) {
  const { member, sessionId } = await requireMember();
  return (
    <Frame member={member} sessionId={sessionId}>
      {children}
    </Frame>
  );
}
