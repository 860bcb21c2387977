/** Takes secrets out of what providers say; services.ts joins it to the keys. */
export interface Redactor {
  text(text: string): string;
  /** For a text that comes in pieces. */
  stream(): { push(piece: string): string; end(): string };
}
