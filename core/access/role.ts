import { z } from "zod";

/** What a member may do grows from left to right. */
export const roles = ["viewer", "author", "reviewer", "admin"] as const;

export const roleSchema = z.enum(roles);

export type Role = z.infer<typeof roleSchema>;
