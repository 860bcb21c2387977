import { IconFileAlert } from "@tabler/icons-react";
import type { UnreadableReason } from "../../core/sources/source-schema.ts";
import classes from "./skipped-documents.module.css";

const reasonText: Record<UnreadableReason, string> = {
  "not-text": "is not UTF-8 text",
  "too-large": "is too large",
};

/** Files of a collection that could not be taken in, so that nobody believes they were searched. */
export function SkippedDocuments({ skipped }: { skipped: readonly { path: string; reason: UnreadableReason }[] }) {
  return (
    <details className={classes.skipped}>
      <summary className={classes.summary}>
        <IconFileAlert size={16} stroke={1.75} aria-hidden="true" />
        {skipped.length === 1 ? "1 file was skipped" : `${skipped.length} files were skipped`}
      </summary>
      <ul className={classes.list}>
        {skipped.map(({ path, reason }) => (
          <li key={path}>
            <code>{path}</code> {reasonText[reason]}
          </li>
        ))}
      </ul>
    </details>
  );
}
