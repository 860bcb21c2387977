import { Button } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import classes from "./outdated-notice.module.css";

/** Says that somebody saved a newer revision, that one's own changes are kept, and how to go on. */
export function OutdatedNotice({ newest, changes, onReopen }: { newest: { number: number; createdByName: string }; changes: number; onReopen: () => void }) {
  return (
    <div className={classes.notice} role="alert">
      <IconAlertTriangle size={16} stroke={1.75} aria-hidden="true" />
      <p>
        <bdi>{newest.createdByName}</bdi> saved revision {newest.number}.{" "}
        {changes > 0 && `Your ${changes === 1 ? "change" : `${changes} changes`} to an older one ${changes === 1 ? "is" : "are"} kept as your draft.`}
      </p>
      <Button size="xs" onClick={onReopen}>
        {changes > 0 ? `Try my changes on revision ${newest.number}` : `Open revision ${newest.number}`}
      </Button>
    </div>
  );
}
