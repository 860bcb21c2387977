/** A start that cannot go on for a reason a person can change: one sentence that says what to do, shown without a stack. */
export class Refusal extends Error {
  /**
   * @param {string} message What happened, what was kept, what to do.
   * @param {{ cause?: unknown }} [options]
   */
  constructor(message, options) {
    super(message, options);
    this.name = "Refusal";
  }
}

/** @param {unknown} error @returns {string} The message of anything that was thrown. */
export function messageOf(error) {
  return error instanceof Error ? error.message : String(error);
}

/** @param {unknown} error @returns {string | undefined} The system's code of an error, such as `ENOSPC`. */
export function codeOf(error) {
  if (typeof error !== "object" || error === null || !("code" in error)) return undefined;
  return typeof error.code === "string" ? error.code : undefined;
}

/** @param {string} text @returns {boolean} Whether what a program printed says that the disk is full. */
export function saysDiskIsFull(text) {
  return /ENOSPC|EDQUOT|No space left on device|Disk quota exceeded/i.test(text);
}

/**
 * Turns an error of the file system into a sentence about the folder it happened in; other errors come back as they are.
 * @param {unknown} error
 * @param {string} folder
 * @returns {unknown}
 */
export function explainFileError(error, folder) {
  const code = codeOf(error);
  if (code === "ENOSPC" || code === "EDQUOT") return diskFull(folder, error);
  if (code === "ENOTDIR" || code === "EEXIST") {
    return new Refusal(`The folder ${folder} can't be made because a file is in its place; set COUNTERSIGN_DATA to another one.`, { cause: error });
  }
  if (code === "EACCES" || code === "EPERM" || code === "EROFS") {
    return new Refusal(
      `The folder ${folder} can't be written by this user (${code}); give this user the folder, or set COUNTERSIGN_DATA to another one.`,
      { cause: error },
    );
  }
  return error;
}

/**
 * @param {string} folder
 * @param {unknown} [cause]
 * @returns {Refusal}
 */
export function diskFull(folder, cause) {
  return new Refusal(
    `The disk that holds ${folder} is full; what was stored before is kept. Free some space, then start again.`,
    { cause },
  );
}
