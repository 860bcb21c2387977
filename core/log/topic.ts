import { z } from "zod";
import type { Permission } from "../access/permission.ts";

/** A stream asks for at most this many topics, so that its address and its resume token stay short. */
export const maxTopicsPerStream = 64;

/**
 * A named sequence of entries: `audit`, `sources`, `inbox` (which only ever shows glimpses), or a kind and the id of what it follows, such as `plan:0198…`.
 * The letters are few on purpose: topics travel in notifications, addresses and resume tokens unescaped.
 */
export const topicSchema = z.string().regex(/^(audit|sources|inbox|(plan|run|workflow|presence|test|bench):[0-9A-Za-z-]{1,64})$/, "This is not a topic of the log.");

export type Topic = z.infer<typeof topicSchema>;

type TopicKind = "audit" | "sources" | "inbox" | "plan" | "run" | "workflow" | "presence" | "test" | "bench";

/** Tests and benchmarks append to logs of their own beside the real ones; like the audit log they are an admin's business. */
const permissionByKind: Record<TopicKind, Permission> = {
  audit: "audit-log-read",
  sources: "source-read",
  inbox: "workflow-read",
  plan: "workflow-read",
  run: "run-read",
  workflow: "workflow-read",
  presence: "workflow-read",
  test: "audit-log-read",
  bench: "audit-log-read",
};

/** @returns what a member must be permitted to do to read the topic. */
export function topicPermission(topic: Topic): Permission {
  const [kind] = topic.split(":", 1);
  return permissionByKind[kind as TopicKind];
}
