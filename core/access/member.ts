import { lineSchema, verbatimSchema } from "../text/text-schema.ts";
import type { Role } from "./role.ts";
import { z } from "zod";

/** A signed-in human. */
export interface Member {
  id: string;
  name: string;
  email: string;
  role: Role;
}

/** What the list of members shows. */
export interface MemberListing extends Member {
  createdAt: Date;
  /** When the member last used Countersign, give or take ten minutes; null for one who never came. */
  lastSeenAt: Date | null;
  isActive: boolean;
}

export const memberNameSchema = lineSchema({ max: 80 });

/** Lower case: two spellings of one address are one account. */
export const emailSchema = lineSchema({ max: 254 })
  .transform((email) => email.toLowerCase())
  .pipe(z.email("Enter an e-mail address, like ada@example.org."));

export const minPasswordLength = 12;
export const maxPasswordLength = 128;

/** Long rather than complicated (NIST SP 800-63B §5.1.1): no rules about which characters. */
export const newPasswordSchema = verbatimSchema({ min: minPasswordLength, max: maxPasswordLength });
