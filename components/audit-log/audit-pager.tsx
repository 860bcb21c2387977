import { Button, Kbd } from "@mantine/core";
import classes from "./audit-pager.module.css";

type AuditPagerProps = {
  before: number | undefined;
  nextBefore: number | null;
  onChange: (changes: Record<string, string>, how: "push") => void;
};

/** Steps to older entries by their number, so that a page stays the same page while new entries come. */
export function AuditPager({ before, nextBefore, onChange }: AuditPagerProps) {
  const goTo = (place: string) => {
    onChange({ before: place }, "push");
    // The other page is read from its top; going back in the browser keeps its own place.
    window.scrollTo(0, 0);
  };
  return (
    <div className={classes.foot}>
      <Button disabled={before === undefined} onClick={() => goTo("")}>
        Newest
      </Button>
      <Button disabled={nextBefore === null} onClick={() => goTo(String(nextBefore))}>
        Older
      </Button>
      <p className={classes.keys}>
        <Kbd>j</Kbd> <Kbd>k</Kbd> move <Kbd>Enter</Kbd> open
      </p>
    </div>
  );
}
