import "server-only";
import { initTRPC, TRPCError } from "@trpc/server";
import { ZodError } from "zod";
import { actorOf } from "../../core/access/actor.ts";
import { mayRole, type Permission } from "../../core/access/permission.ts";
import type { Context } from "./context.ts";
import { transformer } from "./transformer.ts";

const heartbeatMs = 5_000;

const t = initTRPC.context<Context>().create({
  transformer,
  sse: {
    ping: { enabled: true, intervalMs: heartbeatMs },
    client: { reconnectAfterInactivityMs: 3 * heartbeatMs },
  },
  errorFormatter: ({ shape, error }) => ({
    ...shape,
    // A bug's own words may name tables or paths: they go to the log, never to the browser.
    message: error.code === "INTERNAL_SERVER_ERROR" ? "Something went wrong on the server. Nothing was changed." : shape.message,
    data: {
      ...shape.data,
      issues: error.cause instanceof ZodError ? error.cause.issues.map(({ path, message }) => ({ path: path.map(String), message })) : [],
    },
  }),
});

export const { router, createCallerFactory } = t;

/** For everybody, signed in or not. */
export const publicProcedure = t.procedure;

/**
 * For members whose role has the permission. This is the one place that authorises procedures, and it does before
 * the input is looked at.
 */
export function procedure(permission: Permission) {
  return t.procedure.use(({ ctx, next }) => {
    if (ctx.session === null) throw new TRPCError({ code: "UNAUTHORIZED", message: "Sign in first." });
    const { member, sessionId } = ctx.session;
    if (!mayRole(member.role, permission)) {
      throw new TRPCError({ code: "FORBIDDEN", message: `Your role, ${member.role}, may not do this. Ask an admin.` });
    }
    return next({ ctx: { ...ctx, member, sessionId, actor: actorOf(member) } });
  });
}
