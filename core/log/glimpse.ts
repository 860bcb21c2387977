import type { Topic } from "./topic.ts";

/** What can be seen of a topic while it happens and is kept nowhere. The newest about one thing stands for all before it. */
export type Glimpse = { topic: Topic; about: string; data: unknown };
