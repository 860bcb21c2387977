/** What an item is called: its key, or where its list gives it none, its place counted from one. */
export function itemText(key: string): string {
  return /^\d{1,6}$/.test(key) ? `Item ${Number(key) + 1}` : key;
}
