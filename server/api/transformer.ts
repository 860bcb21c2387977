import superjson from "superjson";
import { wellFormedDeep } from "../../core/text/well-formed.ts";

/** superjson both ways; what comes in passes the door for text before any schema sees it. */
export const transformer: typeof superjson = Object.assign(Object.create(superjson), {
  deserialize: (payload: Parameters<typeof superjson.deserialize>[0]) => superjson.deserialize(wellFormedDeep(payload)),
});
