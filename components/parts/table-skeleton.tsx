import { Skeleton } from "@mantine/core";
import { Box } from "./box.tsx";
import classes from "./table-skeleton.module.css";

/** A table that is being read: as high as its rows will be, so that nothing jumps when they come. */
export function TableSkeleton({ title, rows }: { title: string; rows: number }) {
  return (
    <Box title={title}>
      <div aria-busy="true" aria-label={`Reading ${title.toLowerCase()}`} role="status">
        {Array.from({ length: rows }, (_, row) => (
          <div key={row} className={classes.row}>
            <Skeleton circle height={20} width={20} />
            <Skeleton height={10} width={`${30 + ((row * 17) % 25)}%`} />
            <Skeleton height={10} width="12%" ml="auto" />
          </div>
        ))}
      </div>
    </Box>
  );
}
