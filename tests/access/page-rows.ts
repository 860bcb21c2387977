import type { Caller } from "./caller.ts";

/** What a caller gets from an address. */
interface PageAnswer {
  status: number;
  /** Where a redirect leads. */
  leadsTo?: string;
  /** Words that the answer holds. */
  shows?: string;
  /** Whether the page says that the role can't open it. */
  isForbidden?: true;
}

/** What is expected of one page or route, written by hand and never derived from the code. */
export interface PageRow {
  /** An address that it answers. */
  address: string;
  answers: Record<Caller, PageAnswer>;
}

const forMembers = (answer: PageAnswer, anonymous: PageAnswer): Record<Caller, PageAnswer> => ({
  anonymous,
  viewer: answer,
  author: answer,
  reviewer: answer,
  admin: answer,
});

const forAdmins = (answer: PageAnswer, anonymous: PageAnswer): Record<Caller, PageAnswer> => ({
  ...forMembers({ status: 200, isForbidden: true }, anonymous),
  admin: answer,
});

const signIn = (next: string): PageAnswer => ({
  status: 307,
  leadsTo: next === "/" ? "/sign-in" : `/sign-in?next=${encodeURIComponent(next)}`,
});

const everybody = (answer: PageAnswer) => forMembers(answer, answer);

/** One row per page and route handler of app/, by its folder; the access test fails for one without a row. */
export const pageRows: Record<string, PageRow> = {
  "/": { address: "/", answers: forMembers({ status: 200, shows: "Inbox" }, signIn("/")) },
  "/[...missing]": { address: "/no/such/page", answers: forMembers({ status: 404 }, signIn("/no/such/page")) },
  "/briefs/new": {
    address: "/briefs/new",
    answers: {
      ...forMembers({ status: 200, shows: "New brief" }, signIn("/briefs/new")),
      viewer: { status: 200, isForbidden: true },
    },
  },
  "/briefs/[id]": {
    address: "/briefs/0198c0de-0000-7000-8000-000000000000",
    answers: forMembers({ status: 200, shows: "Brief" }, signIn("/briefs/0198c0de-0000-7000-8000-000000000000")),
  },
  "/workflows/[id]": {
    address: "/workflows/0198c0de-0000-7000-8000-000000000000",
    answers: forMembers({ status: 200, shows: "Workflow" }, signIn("/workflows/0198c0de-0000-7000-8000-000000000000")),
  },
  "/workflows/[id]/compare": {
    address: "/workflows/0198c0de-0000-7000-8000-000000000000/compare",
    answers: forMembers({ status: 200, shows: "Compare" }, signIn("/workflows/0198c0de-0000-7000-8000-000000000000/compare")),
  },
  "/runs": { address: "/runs", answers: forMembers({ status: 200, shows: "Runs" }, signIn("/runs")) },
  "/runs/[id]": {
    address: "/runs/0198c0de-0000-7000-8000-000000000000",
    answers: forMembers({ status: 200, shows: "Run" }, signIn("/runs/0198c0de-0000-7000-8000-000000000000")),
  },
  "/settings": { address: "/settings", answers: forMembers({ status: 307, leadsTo: "/settings/members" }, signIn("/settings")) },
  "/settings/members": {
    address: "/settings/members",
    answers: forMembers({ status: 200, shows: "Members" }, signIn("/settings/members")),
  },
  "/settings/account": {
    address: "/settings/account",
    answers: forMembers({ status: 200, shows: "Account" }, signIn("/settings/account")),
  },
  "/settings/models": {
    address: "/settings/models",
    answers: forMembers({ status: 200, shows: "Models" }, signIn("/settings/models")),
  },
  "/settings/policy": {
    address: "/settings/policy",
    answers: forMembers({ status: 200, shows: "Policy" }, signIn("/settings/policy")),
  },
  "/settings/audit-log": {
    address: "/settings/audit-log",
    answers: forAdmins({ status: 200, shows: "Audit log" }, signIn("/settings/audit-log")),
  },
  "/sources": { address: "/sources", answers: forMembers({ status: 200, shows: "Sources" }, signIn("/sources")) },
  "/sources/[id]": {
    address: "/sources/no-such-source",
    answers: forMembers({ status: 200, shows: "Sources" }, signIn("/sources/no-such-source")),
  },
  "/sign-in": {
    address: "/sign-in",
    answers: forMembers({ status: 307, leadsTo: "/" }, { status: 200, shows: "Sign in" }),
  },
  "/links/[token]": { address: "/links/no-such-token", answers: everybody({ status: 200 }) },
  "/_next/[...missing]": { address: "/_next/static/chunks/of-another-build.js", answers: everybody({ status: 404, shows: "There is no such file." }) },
  "/api/health": { address: "/api/health", answers: everybody({ status: 200, shows: '{"status":"ok"}' }) },
  "/api/trpc/[trpc]": {
    address: "/api/trpc/members.list",
    answers: forMembers({ status: 200, shows: "vera-viewer@example.org" }, { status: 401 }),
  },
};
