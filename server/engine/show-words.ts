/** Often enough to read along; a short answer is there before it is shown. */
const everyMs = 250;
/** So many texts grow beside each other at that pace; more of them share it, so that who looks at one isn't flooded by all. */
const atFullPace = 8;

/** How many texts grow in this process right now. */
let growing = 0;

/** What a model writes, as it is shown while it comes. */
interface ShownWords {
  grow(piece: string): void;
  /** Resolves when nothing more will be shown. */
  end(): Promise<void>;
}

/**
 * Shows a growing text, a few times a second or, beside many others, less often, and only when the last showing is through.
 * What can't be shown is not shown: nothing rests on it.
 */
export function showWords(show: (text: string) => Promise<void>): ShownWords {
  let [text, shown, isGrowing, isShowing, isOver] = ["", 0, false, false, false];
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
    if (!isOver && !isShowing && text.length > shown) timer ??= setTimeout(next, everyMs * Math.max(1, growing / atFullPace));
  };
  return {
    grow(piece) {
      if (!isGrowing && !isOver) growing += 1;
      isGrowing = true;
      text += piece;
      schedule();
    },
    async end() {
      if (isGrowing && !isOver) growing -= 1;
      isOver = true;
      clearTimeout(timer);
      await showing;
    },
  };
}
