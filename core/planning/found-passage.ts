import { z } from "zod";

/** The tool with which a planner looks into the collections before it divides the work. */
export const searchToolName = "search_sources";

/** Stands between the headings above a passage, the outermost first. */
export const headingSeparator = " › ";

/** A passage as a search shows it to a model. */
export const foundPassageSchema = z.object({
  sourceId: z.string(),
  collection: z.string(),
  title: z.string(),
  path: z.string(),
  heading: z.string(),
  text: z.string(),
});

export type FoundPassage = z.infer<typeof foundPassageSchema>;
