import type { Role } from "../../core/access/role.ts";

export const roleLabel: Record<Role, string> = {
  viewer: "Viewer",
  author: "Author",
  reviewer: "Reviewer",
  admin: "Admin",
};

/** What each role adds to the one before it, in one line for the person who hands it out. */
export const roleSummary: Record<Role, string> = {
  viewer: "Reads everything and changes nothing.",
  author: "Also writes briefs and edits plans.",
  reviewer: "Also approves plans and decides checkpoints.",
  admin: "Also invites people and changes settings.",
};
