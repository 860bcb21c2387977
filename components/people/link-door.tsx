"use client";

import { Button, Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useApi, type ApiOutput } from "../shell/api.ts";
import { ReadFailed } from "../parts/screen-state.tsx";
import { DoorCard } from "./door-card.tsx";
import classes from "./door-form.module.css";
import { RedeemForm } from "./redeem-form.tsx";
import { roleLabel, roleSummary } from "./role.ts";

type Description = ApiOutput["links"]["describe"];
type Usable = Extract<Description, { ok: true }>;
type Refusal = Extract<Description, { ok: false }>["reason"];

const headings: Record<Usable["purpose"], { title: string; lead: string }> = {
  "first-admin": {
    title: "Create the first admin",
    lead: "This installation has no members yet. The first one is an admin and invites the others.",
  },
  invitation: { title: "Join Countersign", lead: "Choose how you sign in from now on." },
  "password-reset": {
    title: "Set a new password",
    lead: "All sessions that are open end, and you are signed in here with the new one.",
  },
};

const refusals: Record<Refusal, { title: string; text: string; maySignIn: boolean }> = {
  unknown: {
    title: "This link doesn’t work",
    text: "It is incomplete, or an admin revoked it. Nothing was changed. Copy the whole link once more, or ask for a new one.",
    maySignIn: false,
  },
  expired: {
    title: "This link has expired",
    text: "Links work for a limited time. Nothing was changed. Ask whoever sent it for a new one.",
    maySignIn: false,
  },
  used: {
    title: "This link was used already",
    text: "Each link works once. If it was you, sign in. If not, tell an admin.",
    maySignIn: true,
  },
  "too-many-attempts": {
    title: "Too many attempts",
    text: "Nothing was changed and the link stays good. Wait a few minutes, then reload this page.",
    maySignIn: false,
  },
};

/** The page of a one-time link: what it is for and its form, or why it doesn't work and what to do. */
export function LinkDoor({ token }: { token: string }) {
  const api = useApi();
  const link = useQuery(api.links.describe.queryOptions({ token }, { staleTime: Infinity }));
  if (link.isPending) return <LinkDoorSkeleton />;
  if (link.isError) {
    return (
      <DoorCard title="One-time link">
        <ReadFailed error={link.error} onRetry={() => void link.refetch()} isRetrying={link.isFetching} />
      </DoorCard>
    );
  }
  if (!link.data.ok) return <LinkRefused reason={link.data.reason} />;
  const { title, lead } = headings[link.data.purpose];
  return (
    <DoorCard title={title} lead={lead}>
      <LinkFact link={link.data} />
      <RedeemForm token={token} purpose={link.data.purpose} />
    </DoorCard>
  );
}

function LinkFact({ link: { purpose, role, email } }: { link: Usable }) {
  if (purpose === "password-reset" && email !== null) {
    return (
      <p className={`${classes.fact} ${classes.way}`}>
        <span>Account</span>
        <b>{email}</b>
      </p>
    );
  }
  if (purpose !== "invitation" || role === null) return null;
  return (
    <p className={`${classes.fact} ${classes.way}`}>
      <b>You join as {roleLabel[role].toLowerCase()}</b>
      <span>{roleSummary[role]}</span>
    </p>
  );
}

/** Why the link doesn't work, also when that turned out only after the form was sent. */
function LinkRefused({ reason }: { reason: Refusal }) {
  const { title, text, maySignIn } = refusals[reason];
  return (
    <DoorCard title={title} lead={text}>
      {maySignIn && (
        <Button className={classes.way} component={Link} href="/sign-in" size="md" fullWidth>
          Sign in
        </Button>
      )}
    </DoorCard>
  );
}

function LinkDoorSkeleton() {
  return (
    <DoorCard title="One-time link">
      <div aria-busy="true" aria-label="Reading the link">
        <Skeleton height={36} mt={8} />
        {[1, 2, 3].map((field) => (
          <Skeleton key={field} height={52} mt={16} />
        ))}
        <Skeleton height={32} mt={20} />
      </div>
    </DoorCard>
  );
}
