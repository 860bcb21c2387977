import type { Role } from "./role.ts";

/**
 * The one table of who may do what. A role that isn't named may not.
 * `account-manage` is about one's own account, `member-*` about other people.
 */
const rolesByPermission = {
  "account-manage": ["viewer", "author", "reviewer", "admin"],
  "member-read": ["viewer", "author", "reviewer", "admin"],
  "member-manage": ["admin"],
  "audit-log-read": ["admin"],
  "live-read": ["viewer", "author", "reviewer", "admin"],
  "model-choose": ["admin"],
  "source-read": ["viewer", "author", "reviewer", "admin"],
  "source-upload": ["author", "reviewer", "admin"],
  "workflow-read": ["viewer", "author", "reviewer", "admin"],
  "workflow-write": ["author", "reviewer", "admin"],
  "annotation-write": ["author", "reviewer", "admin"],
  "workflow-decide": ["reviewer", "admin"],
  "model-read": ["viewer", "author", "reviewer", "admin"],
  "model-manage": ["admin"],
  "policy-manage": ["admin"],
  "run-read": ["viewer", "author", "reviewer", "admin"],
  "run-start": ["author", "reviewer", "admin"],
  "run-control": ["author", "reviewer", "admin"],
  "run-answer": ["reviewer", "admin"],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof rolesByPermission;

/** Whether a role may do something. */
export function mayRole(role: Role, permission: Permission): boolean {
  const allowed: readonly Role[] = rolesByPermission[permission];
  return allowed.includes(role);
}
