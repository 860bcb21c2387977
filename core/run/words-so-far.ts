import { z } from "zod";

/** What a model has written of an answer that isn't over: its end, and how long all of it is in UTF-16 code units. */
export const wordsSoFarSchema = z.object({ call: z.number().int().positive(), model: z.string(), length: z.number().int().positive(), end: z.string() });

export type WordsSoFar = z.infer<typeof wordsSoFarSchema>;
