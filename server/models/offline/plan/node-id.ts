const maxLength = 40;

/** Gives out ids for nodes: readable, made from what the node is for, each once. */
export function createIds(): (key: string) => string {
  const taken = new Set<string>();
  return (key) => {
    const base = slugOf(key);
    let id = base;
    for (let count = 2; taken.has(id); count += 1) id = `${base}-${count}`;
    taken.add(id);
    return id;
  };
}

/** Letters of other scripts have no place in ids: what is left without them, or a plain word. */
function slugOf(key: string): string {
  const slug = key
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .slice(0, maxLength + 1)
    .replace(new RegExp(`(?<=^.{${maxLength / 2},})-[^-]*$`), (end) => (key.length > maxLength ? "" : end))
    .slice(0, maxLength)
    .replaceAll(/^-+|-+$/g, "");
  return slug === "" ? "part" : slug;
}
