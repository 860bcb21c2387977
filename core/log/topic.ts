import { z } from "zod";

/** A stream asks for at most this many topics, so that its address and its resume token stay short. */
export const maxTopicsPerStream = 64;

/**
 * A named sequence of entries: `audit`, or a kind and the id of what it follows, such as `run:0198…`.
 * The letters are few on purpose: topics travel in notifications, addresses and resume tokens unescaped.
 */
export const topicSchema = z.string().regex(/^(audit|(plan|run|test|bench):[0-9A-Za-z-]{1,64})$/, "This is not a topic of the log.");

export type Topic = z.infer<typeof topicSchema>;

export type TopicKind = "audit" | "plan" | "run" | "test" | "bench";

/** The part before the colon, which decides who may read the topic. */
export function topicKind(topic: Topic): TopicKind {
  return topic.split(":", 1)[0] as TopicKind;
}
