import { operator } from "../core/access/actor.ts";
import { emailSchema } from "../core/access/member.ts";
import { withReadyServices } from "./with-services.ts";

/** Prints a one-time link for a member who lost the password: the way in when the last admin did. */
export function resetPassword([email]: string[]): Promise<number> {
  const parsed = emailSchema.safeParse(email ?? "");
  if (!parsed.success) {
    process.stderr.write("Say whose password: countersign reset-password ada@example.org\n");
    return Promise.resolve(1);
  }
  return withReadyServices(async (services, origin) => {
    const outcome = await services.createResetLink(operator, { email: parsed.data });
    if (!outcome.ok) {
      process.stderr.write(`No active member has the address ${parsed.data}. Nothing was changed.\n`);
      return 1;
    }
    const until = outcome.expiresAt.toISOString().slice(0, 16).replace("T", " ");
    process.stdout.write(`${origin}${outcome.path}\n`);
    process.stderr.write(`This link sets a new password for ${outcome.memberName}, once, until ${until} UTC.\n`);
    return 0;
  });
}
