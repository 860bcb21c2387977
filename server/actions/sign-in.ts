import { countAttempt, forgetAttempts } from "./attempt-limit.ts";
import type { Ports } from "./ports.ts";

export type SignInOutcome =
  | { ok: true; setCookies: string[] }
  | { ok: false; reason: "wrong-credentials" }
  | { ok: false; reason: "too-many-attempts"; retryAfterSeconds: number };

/** Signs a browser in. A wrong address, a wrong password and a deactivated member look the same from outside. */
export async function signIn(
  ports: Ports,
  input: { email: string; password: string; headers: Headers; address: string },
): Promise<SignInOutcome> {
  const { email, password, headers, address } = input;
  const account = { kind: "account", value: email } as const;
  const retryAfterSeconds =
    (await countAttempt(ports, { kind: "address", value: address })) ?? (await countAttempt(ports, account));
  if (retryAfterSeconds !== null) return { ok: false, reason: "too-many-attempts", retryAfterSeconds };
  const setCookies = await ports.authentication.signIn({ email, password }, headers);
  if (setCookies === null) return { ok: false, reason: "wrong-credentials" };
  await forgetAttempts(ports, account);
  return { ok: true, setCookies };
}
