import { tracked, TRPCError, type TrackedEnvelope } from "@trpc/server";
import { z } from "zod";
import { mayRole } from "../../../core/access/permission.ts";
import type { LiveMessage } from "../../../core/log/live-message.ts";
import { decodeResumeToken, encodeResumeToken } from "../../../core/log/resume-token.ts";
import { maxTopicsPerStream, topicPermission, topicSchema } from "../../../core/log/topic.ts";
import { watchAuthority } from "../authority-watch.ts";
import { procedure, router } from "../trpc.ts";

const authorityEveryMs = 10_000;

const querySchema = z.object({
  /** Each topic with the last sequence that was received; null starts from now. */
  topics: z
    .record(topicSchema, z.number().int().nonnegative().nullable())
    .refine((topics) => Object.keys(topics).length <= maxTopicsPerStream, `A stream carries at most ${maxTopicsPerStream} topics.`),
  /** What EventSource sends when it comes back by itself: the positions of the last message it got. */
  lastEventId: z.string().max(8_192).nullish(),
});

export const liveRouter = router({
  /** Entries of several topics as they are written; each message carries a token from which a cut stream goes on. */
  entries: procedure("live-read")
    .input(querySchema)
    .subscription(async function* ({ ctx, input, signal: request }): AsyncGenerator<TrackedEnvelope<LiveMessage>, void> {
      const end = new AbortController();
      const current = async () => (await ctx.services.currentSession(ctx.headers, false)).session;
      try {
        const loss = watchAuthority({ sessionId: ctx.sessionId, member: ctx.member }, current, authorityEveryMs, end.signal);
        const signal = AbortSignal.any([end.signal, loss, ...(request === undefined ? [] : [request])]);
        const topics = Object.keys(input.topics);
        const mayRead = (topic: string) => mayRole(ctx.member.role, topicPermission(topic));
        const resumed = decodeResumeToken(input.lastEventId ?? "");
        const wanted = new Map(topics.filter(mayRead).map((topic) => [topic, resumed?.get(topic) ?? input.topics[topic] ?? null]));

        const subscription = await ctx.services.live.subscribe(wanted, signal);
        const positions = new Map(subscription.starts);
        const refused = topics.filter((topic) => !mayRead(topic));
        yield tracked(encodeResumeToken(positions), { kind: "opened", positions: Object.fromEntries(positions), refused });

        for (let news = await subscription.next(signal); news !== null; news = await subscription.next(signal)) {
          const { glimpses, entries } = news;
          if (glimpses.length > 0) yield tracked(encodeResumeToken(positions), { kind: "glimpses", glimpses });
          if (entries.length === 0) continue;
          for (const { topic, sequence } of entries) positions.set(topic, sequence);
          yield tracked(encodeResumeToken(positions), { kind: "entries", entries });
        }
        // Whatever else ended it, the browser comes back and is told the news by the first message.
        if (loss.reason === "signed-out") throw new TRPCError({ code: "UNAUTHORIZED", message: "Your session has ended. Sign in again." });
      } finally {
        end.abort();
      }
    }),
});
