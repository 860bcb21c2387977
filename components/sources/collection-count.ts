/** How many documents a collection holds, and of how many while it is being indexed. */
export function collectionCount({ documentCount, expected }: { documentCount: number; expected: number | null }): string {
  const number = new Intl.NumberFormat("en");
  if (expected !== null) return `${number.format(documentCount)} of ${number.format(expected)} indexed`;
  return documentCount === 1 ? "1 document" : `${number.format(documentCount)} documents`;
}
