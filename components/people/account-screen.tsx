"use client";

import { PageHead } from "../parts/page-head.tsx";
import { useSignedInMember } from "../shell/signed-in-member.tsx";
import classes from "./account-screen.module.css";
import { NameForm } from "./name-form.tsx";
import { PasswordForm } from "./password-form.tsx";
import { roleLabel } from "./role.ts";
import { SessionList } from "./session-list.tsx";

/** Settings, Account: one's own name, password and sessions. */
export function AccountScreen() {
  const me = useSignedInMember();
  return (
    <>
      <PageHead title="Account" aside={`${me.email}, ${roleLabel[me.role].toLowerCase()}`} />
      <div className={classes.page}>
        <NameForm />
        <PasswordForm />
        <SessionList />
      </div>
    </>
  );
}
