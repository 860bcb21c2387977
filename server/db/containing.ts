/** A condition that a column holds a text, capitals or not. Wildcards of LIKE are letters here: Prisma passes them on. */
export function containing(text: string) {
  return { contains: text.replaceAll(/[\\%_]/g, String.raw`\$&`), mode: "insensitive" } as const;
}
