/** Where to sign in such that one comes back to the page that is open now. */
export function signInPath(): string {
  const here = window.location.pathname + window.location.search;
  return here === "/" ? "/sign-in" : `/sign-in?next=${encodeURIComponent(here)}`;
}
