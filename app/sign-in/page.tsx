import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { DoorCard } from "../../components/people/door-card.tsx";
import { nextPath } from "../../components/people/next-path.ts";
import { SignInForm } from "../../components/people/sign-in-form.tsx";
import { currentPageSession } from "../../server/api/page-guard.ts";

export const metadata: Metadata = { title: "Sign in" };

export default async function SignInPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const { next } = await searchParams;
  const goOn = nextPath(Array.isArray(next) ? next[0] : next);
  if ((await currentPageSession()) !== null) redirect(goOn);
  return (
    <DoorCard title="Sign in">
      <SignInForm next={goOn} />
    </DoorCard>
  );
}
