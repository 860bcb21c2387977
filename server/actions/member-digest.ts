import { digestOf, type Digest } from "../../core/text/digest.ts";
import type { MemberRecord } from "./store.ts";

/** The digest of what the audit log compares of a member: never a password. */
export function memberDigest({ id, name, email, role, isActive }: MemberRecord): Digest {
  return digestOf({ id, name, email, role, isActive });
}
