import { briefSchema, type Brief } from "../../core/brief/brief.ts";

/** A question that a new installation answers by itself, so that a newcomer meets a finished run. */
export interface Sample {
  /** Kept in the database: never given to another question. */
  id: string;
  title: string;
  /** Says what there is to see. */
  summary: string;
  brief: Brief;
}

const readingTools = ["search_sources", "read_source"];

/** The samples: one whose documents answer everything, one whose documents leave a critical part open. */
export const samples: readonly Sample[] = [
  {
    id: "environment",
    title: "A question that the documents answer",
    summary: "Completed, and passed its audit. Choose a claim to see the passage that it rests on.",
    brief: briefSchema.parse({
      question: "How are environment variables exposed to the browser, and what happens to them when the application is built?",
      requirements: [
        { id: "r1", text: "How environment variables are exposed to the browser", isCritical: true },
        { id: "r2", text: "What happens to public environment variables at build time", isCritical: true },
      ],
      scope: { tools: readingTools, collections: ["next"] },
    }),
  },
  {
    id: "gap",
    title: "A question with a part that they leave open",
    summary: "Completed, and failed its audit: the documents leave a critical part of the question open.",
    brief: briefSchema.parse({
      question: "How does a tool ask for approval before it runs, and what does the audit certificate of the vendor say about it?",
      requirements: [
        { id: "r1", text: "How a tool asks for approval before it runs", isCritical: true },
        { id: "r2", text: "What the vendor's audit certificate says", isCritical: true },
      ],
      scope: { tools: readingTools, collections: ["ai"] },
    }),
  },
];
