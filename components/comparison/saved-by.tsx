import { RelativeTime } from "../parts/relative-time.tsx";
import classes from "./saved-by.module.css";

/** So many are named one by one. */
const mostNamed = 4;

/** Who saved what lies between two revisions, and when; the later one first. */
export function SavedBy({ revisions, from, to }: { revisions: readonly { number: number; createdByName: string; createdAt: Date }[]; from: number; to: number }) {
  const [low, high] = [Math.min(from, to), Math.max(from, to)];
  const between = revisions.filter(({ number }) => number > low && number <= high).toSorted((a, b) => b.number - a.number);
  if (between.length === 0) return null;
  const rest = between.length - mostNamed;
  return (
    <ul className={classes.saved} aria-label="Who saved what is compared">
      {between.slice(0, mostNamed).map(({ number, createdByName, createdAt }) => (
        <li key={number}>
          Revision {number} saved by <bdi>{createdByName}</bdi>, <RelativeTime at={createdAt} />
        </li>
      ))}
      {rest > 0 && <li>and {rest === 1 ? "1 more" : `${rest} more`} before them</li>}
    </ul>
  );
}
