import { useMemo } from "react";
import classes from "./definition-diff.module.css";
import { TextDiff } from "./text-diff.tsx";

/** Both definitions as text: the stored bytes that the digests are of, broken into lines. */
export function DefinitionDiff({ from, to }: { from: string; to: string }) {
  const [before, after] = useMemo(() => [from, to].map((text) => JSON.stringify(JSON.parse(text), null, 2)), [from, to]);
  return (
    <div className={classes.text}>
      {from === to ? <p className={classes.none}>Both definitions are the same, byte for byte.</p> : <TextDiff before={before ?? ""} after={after ?? ""} />}
    </div>
  );
}
