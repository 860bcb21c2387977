import superjson from "superjson";

export const apiPath = "/api/trpc";

/** The context of a query that goes on its own rather than with others: then {@link queryAddress} is where it goes. */
export const alone = { isAlone: true };

/** Where a query that goes on its own is asked for, so that a page's document can ask before its scripts do. */
export function queryAddress(path: string, input: object): string {
  return `${apiPath}/${path}?input=${encodeURIComponent(JSON.stringify(superjson.serialize(input)))}`;
}
