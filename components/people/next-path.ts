/**
 * Where to go after signing in: the path that was asked for, or the inbox when it leads anywhere but into this installation.
 *
 * @param next the `next` parameter of the sign-in page, as it came
 */
export function nextPath(next: string | null | undefined): string {
  if (!next?.startsWith("/")) return "/";
  // The parser reads "//host" and "/\host" as another site, as browsers do.
  const base = "http://here.invalid";
  const url = URL.parse(next, base);
  return url?.origin === base ? url.pathname + url.search + url.hash : "/";
}
