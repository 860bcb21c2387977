/** Says a line to whoever watches: on standard error, as standard output is for results alone. */
export function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}
