import { betterAuth } from "better-auth";
import { prismaAdapter } from "better-auth/adapters/prisma";
import { hashPassword, verifyPassword } from "better-auth/crypto";
import { isAPIError } from "better-auth/api";
import type { Member } from "../../core/access/member.ts";
import { clientAddressHeader } from "../../core/access/request-header.ts";
import { roleSchema } from "../../core/access/role.ts";
import { wellFormed } from "../../core/text/well-formed.ts";

const dayInSeconds = 24 * 60 * 60;
const maxUserAgentLength = 400;

/** What signing in has to tell others; each is called right after better-auth's own write. */
interface AuthenticationEvents {
  /** @returns false to refuse the session. */
  mayStartSession(memberId: string): Promise<boolean>;
  sessionStarted(session: { id: string; memberId: string }): Promise<void>;
  sessionUsed(memberId: string): Promise<void>;
}

export interface AuthenticationSettings {
  /** A Prisma client; better-auth's adapter takes it as it is. */
  database: Parameters<typeof prismaAdapter>[0];
  secret: string;
  /** The origin in people's address bars; https makes cookies Secure. */
  origin: string;
  events: AuthenticationEvents;
}

/** A member in one signed-in browser. */
export interface CurrentSession {
  sessionId: string;
  member: Member;
}

/**
 * Passwords, sessions and cookies by better-auth. None of its routes is mounted: everything comes through our own
 * procedures, so that one place authorises, limits and audits.
 */
export function createAuthentication({ database, secret, origin, events }: AuthenticationSettings) {
  const auth = betterAuth({
    appName: "Countersign",
    baseURL: origin,
    secret,
    database: prismaAdapter(database, { provider: "postgresql" }),
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 1, maxPasswordLength: 128 },
    user: {
      modelName: "member",
      additionalFields: { role: { type: "string", input: false } },
    },
    session: {
      modelName: "memberSession",
      fields: { userId: "memberId" },
      expiresIn: 14 * dayInSeconds,
      updateAge: 10 * 60,
    },
    account: { modelName: "credential", fields: { userId: "memberId" } },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { level: "error" },
    advanced: {
      cookiePrefix: "countersign",
      useSecureCookies: origin.startsWith("https:"),
      defaultCookieAttributes: { httpOnly: true, sameSite: "lax" },
      database: { generateId: false },
      ipAddress: { ipAddressHeaders: [clientAddressHeader] },
    },
    databaseHooks: {
      session: {
        create: {
          before: async (session) => {
            if (!(await events.mayStartSession(session.userId))) return false;
            // The browser's own words, bounded like every text that enters.
            return { data: { ...session, userAgent: wellFormed(session.userAgent ?? "").slice(0, maxUserAgentLength) } };
          },
          after: async (session) => events.sessionStarted({ id: session.id, memberId: session.userId }),
        },
        update: {
          after: async (session) => events.sessionUsed(session.userId),
        },
      },
    },
  });

  return {
    hashPassword: (password: string) => hashPassword(password),
    verifyPassword: (hash: string, password: string) => verifyPassword({ hash, password }),

    /** @returns the cookies of the new session, or null when address and password don't belong together. */
    async signIn(credentials: { email: string; password: string }, headers: Headers): Promise<string[] | null> {
      try {
        const response = await auth.api.signInEmail({ body: credentials, headers, returnHeaders: true });
        return response.headers.getSetCookie();
      } catch (error) {
        if (isAPIError(error) && error.statusCode < 500) return null;
        throw error;
      }
    },

    /** @returns the cookies that make the browser forget its session. */
    async forgetCookies(headers: Headers): Promise<string[]> {
      const response = await auth.api.signOut({ headers, returnHeaders: true });
      return response.headers.getSetCookie();
    },

    /**
     * Who is signed in, by the request's cookie and the database, never by the cookie alone.
     * @param mayRefresh false where the answer can't carry a cookie.
     * @returns also the cookies to set when the session was prolonged.
     */
    async currentSession(headers: Headers, mayRefresh: boolean): Promise<{ session: CurrentSession | null; setCookies: string[] }> {
      const { response, headers: answerHeaders } = await auth.api.getSession({
        headers,
        query: { disableRefresh: !mayRefresh },
        returnHeaders: true,
      });
      if (response === null) return { session: null, setCookies: [] };
      const { id, name, email, role } = response.user;
      return {
        session: { sessionId: response.session.id, member: { id, name, email, role: roleSchema.parse(role) } },
        setCookies: answerHeaders.getSetCookie(),
      };
    },
  };
}
