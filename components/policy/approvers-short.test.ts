import { expect, test } from "vitest";
import { approversShortOf } from "./approvers-short.ts";

const [author, reviewer, admin] = [{ role: "author" as const }, { role: "reviewer" as const }, { role: "admin" as const }];
const both = ["reviewer" as const, "admin" as const];

test("a policy that nobody can fulfil is told, and one that only strangers' plans can pass", () => {
  expect(approversShortOf({ count: 2, roles: both, mayAuthor: true }, [admin, author])).toMatch(/^Nobody can fulfil this: it asks for 2 approvals, and 1 member has the role/);
  expect(approversShortOf({ count: 1, roles: ["reviewer"], mayAuthor: true }, [admin])).toMatch(/an approval, and no member has the role/);
  expect(approversShortOf({ count: 2, roles: both, mayAuthor: false }, [admin, reviewer])).toMatch(/plans that one of them wrote could not run/);
});

test("a policy with people enough is told nothing about", () => {
  expect(approversShortOf({ count: 1, roles: both, mayAuthor: true }, [admin])).toBeNull();
  expect(approversShortOf({ count: 1, roles: both, mayAuthor: false }, [admin, reviewer])).toBeNull();
});
