/**
 * A fetch that goes to one provider's address and nowhere else, whatever a package or an answer asks for; a redirect is
 * a failure, because it would carry the key to somewhere else.
 */
export function fixedFetch(baseUrl: string): typeof globalThis.fetch {
  const base = new URL(`${baseUrl}/`);
  return (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    if (url.origin !== base.origin || !url.pathname.startsWith(base.pathname)) {
      return Promise.reject(new Error(`Requests to this provider go to ${base.origin} only.`));
    }
    return globalThis.fetch(input, { ...init, redirect: "error" });
  };
}
