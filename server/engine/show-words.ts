/** Often enough to read along; a short answer is there before it is shown. */
const everyMs = 250;

/** What a model writes, as it is shown while it comes. */
interface ShownWords {
  grow(piece: string): void;
  /** Resolves when nothing more will be shown. */
  end(): Promise<void>;
}

/**
 * Shows a growing text, a few times a second, and only when the last showing is through. What can't be shown is not shown:
 * nothing rests on it.
 */
export function showWords(show: (text: string) => Promise<void>): ShownWords {
  let [text, shown, isShowing, isOver] = ["", 0, false, false];
  let timer: NodeJS.Timeout | undefined;
  let showing: Promise<void> = Promise.resolve();
  const next = () => {
    timer = undefined;
    [shown, isShowing] = [text.length, true];
    showing = show(text)
      .catch(() => undefined)
      .finally(() => {
        isShowing = false;
        schedule();
      });
  };
  const schedule = () => {
    if (!isOver && !isShowing && text.length > shown) timer ??= setTimeout(next, everyMs);
  };
  return {
    grow(piece) {
      text += piece;
      schedule();
    },
    async end() {
      isOver = true;
      clearTimeout(timer);
      await showing;
    },
  };
}
