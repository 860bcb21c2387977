import pg from "pg";
import { describe, expect, test } from "vitest";
import { operator } from "../../core/access/actor.ts";
import type { Member } from "../../core/access/member.ts";
import type { Role } from "../../core/access/role.ts";
import { freshServices } from "../../tests/setup/services.ts";
import type { Services } from "../services.ts";

const password = "correct horse battery";
const address = "192.0.2.1";

async function createMember(services: Services, name: string, role: Role): Promise<Member> {
  const { path } = await services.inviteMember(operator, { role });
  const email = `${name.toLowerCase()}@example.org`;
  const outcome = await services.redeemLink({ token: tokenOf(path), name, email, password, address });
  expect(outcome).toEqual({ ok: true, email });
  const member = (await services.listMembers()).find((listing) => listing.email === email);
  return member!;
}

const tokenOf = (path: string) => path.slice("/links/".length);

const signIn = (services: Services, email: string, typed = password, headers = new Headers()) =>
  services.signIn({ email, password: typed, headers, address });

async function auditActionsOf(services: Services): Promise<string[]> {
  const entries = await services.listAuditLog({ before: null, limit: 200, action: null, actorId: null });
  return entries.map((entry) => entry.action).toReversed();
}

/** A request with the cookies that a sign-in set. */
function withCookies(setCookies: string[]): Headers {
  return new Headers({ cookie: setCookies.map((cookie) => cookie.split(";")[0]).join("; ") });
}

describe("the first admin", () => {
  test("comes by the newest link, once, and then there is no link any more", async () => {
    const { services } = await freshServices();
    const old = await services.ensureFirstAdminLink();
    const newest = await services.ensureFirstAdminLink();
    expect(await services.describeLink({ token: tokenOf(old!), address })).toEqual({ ok: false, reason: "unknown" });
    const ada = { token: tokenOf(newest!), name: "Ada", email: "ada@example.org", password, address };
    expect(await services.redeemLink(ada)).toEqual({ ok: true, email: "ada@example.org" });
    expect(await services.redeemLink({ ...ada, email: "eve@example.org" })).toEqual({ ok: false, reason: "used" });
    expect(await services.listMembers()).toMatchObject([{ name: "Ada", role: "admin", isActive: true }]);
    expect(await services.ensureFirstAdminLink()).toBeNull();
  });

  test("is one person, also when ten redeem the link at once", async () => {
    const { services } = await freshServices();
    const token = tokenOf((await services.ensureFirstAdminLink())!);
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        services.redeemLink({ token, name: `N${index}`, email: `n${index}@example.org`, password, address }),
      ),
    );
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
    expect(await services.listMembers()).toHaveLength(1);
    expect((await auditActionsOf(services)).filter((action) => action === "member-create")).toHaveLength(1);
  });
});

describe("an invitation", () => {
  test("is not used up by an address that is taken", async () => {
    const { services } = await freshServices();
    await createMember(services, "Ada", "admin");
    const { path } = await services.inviteMember(operator, { role: "author" });
    const answer = { token: tokenOf(path), name: "Other", password, address };
    expect(await services.redeemLink({ ...answer, email: "ada@example.org" })).toEqual({ ok: false, reason: "email-taken" });
    expect(await services.redeemLink({ ...answer, email: "other@example.org" })).toMatchObject({ ok: true });
    expect(await auditActionsOf(services)).toEqual(["link-create", "member-create", "link-create", "member-create"]);
  });

  test("doesn't work when revoked, and revoking twice audits once", async () => {
    const { services } = await freshServices();
    const { path } = await services.inviteMember(operator, { role: "author" });
    const [open] = await services.listOpenLinks();
    const outcomes = await Promise.all([
      services.revokeLink(operator, { linkId: open!.id }),
      services.revokeLink(operator, { linkId: open!.id }),
    ]);
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
    expect(await services.describeLink({ token: tokenOf(path), address })).toEqual({ ok: false, reason: "unknown" });
    expect(await auditActionsOf(services)).toEqual(["link-create", "link-revoke"]);
  });

  test("can't be guessed for long", async () => {
    const { services } = await freshServices();
    const reasons: string[] = [];
    for (let guess = 0; guess < 31; guess++) {
      const outcome = await services.describeLink({ token: `guess-${guess}`, address });
      reasons.push(outcome.ok ? "ok" : outcome.reason);
    }
    expect(new Set(reasons.slice(0, 30))).toEqual(new Set(["unknown"]));
    expect(reasons[30]).toBe("too-many-attempts");
  });
});

describe("signing in", () => {
  test("gives an HttpOnly, SameSite cookie that says who it is", async () => {
    const { services } = await freshServices();
    const ada = await createMember(services, "Ada", "reviewer");
    const outcome = await signIn(services, ada.email);
    const setCookies = outcome.ok ? outcome.setCookies : [];
    expect(setCookies.join()).toMatch(/HttpOnly/);
    expect(setCookies.join()).toMatch(/SameSite=Lax/i);
    const { session } = await services.currentSession(withCookies(setCookies), false);
    expect(session?.member).toEqual({ id: ada.id, name: "Ada", email: ada.email, role: "reviewer" });
    const entries = await services.listAuditLog({ before: null, limit: 1, action: null, actorId: null });
    expect(entries[0]).toMatchObject({ action: "session-create", actorId: ada.id, actorName: "Ada", targetId: session?.sessionId });
  });

  test("keeps no more of a browser's name than fits", async () => {
    const { services } = await freshServices();
    const ada = await createMember(services, "Ada", "admin");
    await signIn(services, ada.email, password, new Headers({ "user-agent": "x".repeat(10_000) }));
    expect((await services.listSessions(ada.id))[0]?.userAgent).toHaveLength(400);
  });

  test("is limited per account, whatever address the attempts claim to come from", async () => {
    const { services } = await freshServices();
    const { email } = await createMember(services, "Ada", "admin");
    for (let attempt = 0; attempt < 10; attempt++) {
      const headers = new Headers({ "x-forwarded-for": `198.51.100.${attempt}` });
      const outcome = await services.signIn({ email, password: "wrong wrong wrong", headers, address: `198.51.100.${attempt}` });
      expect(outcome).toEqual({ ok: false, reason: "wrong-credentials" });
    }
    expect(await signIn(services, email)).toMatchObject({ ok: false, reason: "too-many-attempts" });
  });

  test("lets parallel guesses no further than ten", async () => {
    const { services } = await freshServices();
    const { email } = await createMember(services, "Ada", "admin");
    const outcomes = await Promise.all(Array.from({ length: 30 }, (_, index) => signIn(services, email, `guess number ${index}`)));
    const reasons = outcomes.map((outcome) => (outcome.ok ? "ok" : outcome.reason));
    expect(reasons.filter((reason) => reason === "wrong-credentials")).toHaveLength(10);
    expect(reasons.filter((reason) => reason === "too-many-attempts")).toHaveLength(20);
  });

  test("forgets wrong attempts after a right one", async () => {
    const { services } = await freshServices();
    const { email } = await createMember(services, "Ada", "admin");
    for (let round = 0; round < 3; round++) {
      for (let attempt = 0; attempt < 9; attempt++) await signIn(services, email, "wrong wrong wrong");
      expect(await signIn(services, email)).toMatchObject({ ok: true });
    }
  });

  test("tells nobody whether an account exists, is deactivated or has another password", async () => {
    const { services } = await freshServices();
    const ada = await createMember(services, "Ada", "admin");
    const bob = await createMember(services, "Bob", "author");
    await services.setMemberActive(operator, { memberId: bob.id, isActive: false });
    const outcomes = await Promise.all([
      signIn(services, "nobody@example.org"),
      signIn(services, bob.email),
      signIn(services, ada.email, "wrong wrong wrong"),
    ]);
    expect(outcomes).toEqual(Array.from({ length: 3 }, () => ({ ok: false, reason: "wrong-credentials" })));
  });
});

describe("changing members", () => {
  test("keeps one admin when two demote each other at the same moment", async () => {
    const { services } = await freshServices();
    const [ada, bob] = [await createMember(services, "Ada", "admin"), await createMember(services, "Bob", "admin")];
    const outcomes = await Promise.all([
      services.changeRole({ id: ada.id, name: ada.name }, { memberId: bob.id, role: "viewer" }),
      services.changeRole({ id: bob.id, name: bob.name }, { memberId: ada.id, role: "viewer" }),
    ]);
    expect(outcomes.toSorted((a, b) => Number(b.ok) - Number(a.ok))).toEqual([{ ok: true }, { ok: false, reason: "last-admin" }]);
    const members = await services.listMembers();
    expect(members.filter((member) => member.role === "admin")).toHaveLength(1);
  });

  test("deactivates with all sessions ended, and never the last admin", async () => {
    const { services } = await freshServices();
    const ada = await createMember(services, "Ada", "admin");
    expect(await services.setMemberActive(operator, { memberId: ada.id, isActive: false })).toEqual({ ok: false, reason: "last-admin" });
    const bob = await createMember(services, "Bob", "author");
    const outcome = await signIn(services, bob.email);
    const headers = withCookies(outcome.ok ? outcome.setCookies : []);
    expect((await services.currentSession(headers, false)).session).not.toBeNull();
    await services.setMemberActive(operator, { memberId: bob.id, isActive: false });
    expect((await services.currentSession(headers, false)).session).toBeNull();
    await services.setMemberActive(operator, { memberId: bob.id, isActive: true });
    expect(await signIn(services, bob.email)).toMatchObject({ ok: true });
  });

  test("audits each change once, and what changes nothing not at all", async () => {
    const { services } = await freshServices();
    const ada = await createMember(services, "Ada", "admin");
    const bob = await createMember(services, "Bob", "viewer");
    const before = await auditActionsOf(services);
    const actor = { id: ada.id, name: ada.name };
    await services.changeRole(actor, { memberId: bob.id, role: "author" });
    await services.changeRole(actor, { memberId: bob.id, role: "author" });
    await services.renameMember(actor, { memberId: bob.id, name: "Robert" });
    expect(await services.changeRole(actor, { memberId: crypto.randomUUID(), role: "author" })).toEqual({ ok: false, reason: "not-found" });
    expect((await auditActionsOf(services)).slice(before.length)).toEqual(["member-role-change", "member-rename"]);
    const [newest] = await services.listAuditLog({ before: null, limit: 1, action: null, actorId: null });
    expect(newest).toMatchObject({ actorName: "Ada", targetId: bob.id, summary: "Renamed Bob to Robert" });
    expect(newest!.beforeDigest).not.toBe(newest!.afterDigest);
  });
});

describe("passwords", () => {
  test("change with the old one only, and sign other browsers out", async () => {
    const { services } = await freshServices();
    const ada = await createMember(services, "Ada", "admin");
    const here = await signIn(services, ada.email);
    await signIn(services, ada.email);
    const { session } = await services.currentSession(withCookies(here.ok ? here.setCookies : []), false);
    const input = { newPassword: "a better password", sessionId: session!.sessionId };
    expect(await services.changePassword(ada, { ...input, currentPassword: "not this one" })).toEqual({ ok: false, reason: "wrong-password" });
    expect(await services.changePassword(ada, { ...input, currentPassword: password })).toEqual({ ok: true });
    expect((await services.listSessions(ada.id)).map(({ id }) => id)).toEqual([session!.sessionId]);
    expect(await signIn(services, ada.email)).toEqual({ ok: false, reason: "wrong-credentials" });
    expect(await signIn(services, ada.email, "a better password")).toMatchObject({ ok: true });
  });

  test("that were lost are set by the newest link, which ends every session", async () => {
    const { services } = await freshServices();
    const ada = await createMember(services, "Ada", "admin");
    await signIn(services, ada.email);
    const old = await services.createResetLink(operator, { memberId: ada.id });
    const newest = await services.createResetLink(operator, { email: ada.email });
    const answer = { name: null, email: null, password: "a new password", address };
    const redeem = (link: typeof old) => services.redeemLink({ ...answer, token: tokenOf(link.ok ? link.path : "") });
    expect(await redeem(old)).toEqual({ ok: false, reason: "unknown" });
    expect(await redeem(newest)).toEqual({ ok: true, email: ada.email });
    expect(await services.listSessions(ada.id)).toEqual([]);
    expect(await signIn(services, ada.email, "a new password")).toMatchObject({ ok: true });
  });
});

describe("the audit log", () => {
  test("chains entries of many writers at once without a gap", async () => {
    const { services } = await freshServices();
    await Promise.all(Array.from({ length: 25 }, () => services.inviteMember(operator, { role: "viewer" })));
    const entries = await services.listAuditLog({ before: null, limit: 100, action: null, actorId: null });
    expect(entries.map((entry) => entry.sequence)).toEqual(Array.from({ length: 25 }, (_, index) => 25 - index));
    expect(await services.checkAuditChain()).toEqual({ ok: true, checked: 25 });
  });

  test.each([
    ["a changed word", `UPDATE log_entry SET data = jsonb_set(data, '{actorName}', '"Eve"') WHERE topic = 'audit' AND sequence = 3`, 3],
    ["a changed time", `UPDATE log_entry SET at = at + interval '1 second' WHERE topic = 'audit' AND sequence = 2`, 2],
    ["a missing entry", `DELETE FROM log_entry WHERE topic = 'audit' AND sequence = 2`, 2],
    ["a cut end", `DELETE FROM log_entry WHERE topic = 'audit' AND sequence > 4`, 5],
  ])("shows %s", async (_name, sql, brokenAt) => {
    const { services, databaseUrl } = await freshServices();
    for (let index = 0; index < 5; index++) await services.inviteMember(operator, { role: "viewer" });
    const forger = new pg.Client({ connectionString: databaseUrl });
    await forger.connect();
    await forger.query(sql);
    await forger.end();
    expect(await services.checkAuditChain()).toEqual({ ok: false, checked: brokenAt - 1, brokenAt });
  });
});
