/** Takes secrets out of everything that this process prints, whoever prints it. */
export function redactOutput(redactor: { text(text: string): string }): void {
  for (const stream of [process.stdout, process.stderr]) {
    const write = stream.write.bind(stream) as (...given: unknown[]) => boolean;
    stream.write = (chunk: unknown, ...rest: unknown[]) => write(typeof chunk === "string" ? redactor.text(chunk) : chunk, ...rest);
  }
}
