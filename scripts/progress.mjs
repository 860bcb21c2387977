const frames = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"];
const frameIntervalMs = 100;
const reminderIntervalMs = 10_000;

/**
 * What a person sees while something takes time: one line per step, ticked off with its duration.
 * It writes to the error channel, so that what a command prints stays clean.
 * @typedef {object} Progress
 * @property {<T>(doing: string, done: string, work: (detail: (text: string) => void) => Promise<T>) => Promise<T>} step
 * @property {(line: string) => void} say
 */

/**
 * @param {NodeJS.WriteStream} [stream]
 * @returns {Progress}
 */
export function createProgress(stream = process.stderr) {
  /** @type {{ doing: string, detail: string, startedAt: number } | null} */
  let current = null;

  function draw() {
    if (current === null) return;
    const elapsedMs = Date.now() - current.startedAt;
    const frame = frames[Math.floor(elapsedMs / frameIntervalMs) % frames.length];
    const line = `${frame} ${current.doing} ${formatSeconds(elapsedMs)}${current.detail === "" ? "" : `  ${current.detail}`}`;
    stream.write(`\r\x1b[2K${line.slice(0, (stream.columns ?? 80) - 1)}`);
  }

  /** @param {string} line */
  function say(line) {
    if (stream.isTTY && current !== null) stream.write("\r\x1b[2K");
    stream.write(`${line}\n`);
    if (stream.isTTY) draw();
  }

  return {
    say,
    async step(doing, done, work) {
      const startedAt = Date.now();
      current = { doing, detail: "", startedAt };
      const timer = stream.isTTY
        ? setInterval(draw, frameIntervalMs)
        : setInterval(() => stream.write(`  ${doing} ${formatSeconds(Date.now() - startedAt)}\n`), reminderIntervalMs);
      if (!stream.isTTY) stream.write(`  ${doing}\n`);
      try {
        const result = await work((text) => {
          if (current !== null) current.detail = text.trim();
        });
        current = null;
        if (stream.isTTY) stream.write("\r\x1b[2K");
        stream.write(`✓ ${done} ${formatSeconds(Date.now() - startedAt)}\n`);
        return result;
      } catch (error) {
        current = null;
        if (stream.isTTY) stream.write("\r\x1b[2K");
        throw error;
      } finally {
        clearInterval(timer);
      }
    },
  };
}

/** @param {number} ms */
function formatSeconds(ms) {
  return `(${(ms / 1000).toFixed(1)} s)`;
}
