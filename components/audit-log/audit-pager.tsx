import { Button, Kbd } from "@mantine/core";
import classes from "./audit-pager.module.css";

type AuditPagerProps = {
  before: number | undefined;
  nextBefore: number | null;
  onChange: (changes: Record<string, string>, how: "push") => void;
};

/** Steps to older entries by their number, so that a page stays the same page while new entries come. */
export function AuditPager({ before, nextBefore, onChange }: AuditPagerProps) {
  return (
    <div className={classes.foot}>
      <Button disabled={before === undefined} onClick={() => onChange({ before: "" }, "push")}>
        Newest
      </Button>
      <Button disabled={nextBefore === null} onClick={() => onChange({ before: String(nextBefore) }, "push")}>
        Older
      </Button>
      <p className={classes.keys}>
        <Kbd>j</Kbd> <Kbd>k</Kbd> move <Kbd>Enter</Kbd> open
      </p>
    </div>
  );
}
