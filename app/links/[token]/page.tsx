import type { Metadata } from "next";
import { LinkDoor } from "../../../components/people/link-door.tsx";

// The address holds a secret: it must not travel to another site in a Referer.
export const metadata: Metadata = { title: "One-time link", referrer: "no-referrer" };

export default async function LinkPage({ params }: { params: Promise<{ token: string }> }) {
  return <LinkDoor token={(await params).token} />;
}
