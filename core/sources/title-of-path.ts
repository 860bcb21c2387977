/** What a document is called that doesn't say so itself: its file's name without what only sorts or types it. */
export function titleOfPath(path: string): string {
  const segments = path.split("/").filter((segment) => segment !== "");
  const last = segments.at(-1) ?? path;
  const name = /^index\.\w+$/.test(last) ? (segments.at(-2) ?? last) : last;
  const bare = name.replace(/\.(mdx?|markdown|te?xt|re?st)$/i, "").replace(/^\d+[-_. ]/, "").replaceAll(/[-_]+/g, " ").trim();
  return bare === "" ? name : bare.charAt(0).toUpperCase() + bare.slice(1);
}
