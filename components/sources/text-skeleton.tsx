import { Skeleton } from "@mantine/core";
import classes from "./text-skeleton.module.css";

/** A document that is being read. */
export function TextSkeleton() {
  return (
    <div className={classes.text} aria-busy="true" aria-label="Reading the document" role="status">
      {[92, 97, 58, 95, 88, 96, 41, 94, 90, 63].map((percent) => (
        <Skeleton key={percent} height={10} width={`${percent}%`} />
      ))}
    </div>
  );
}
