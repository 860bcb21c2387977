import { Table, UnstyledButton } from "@mantine/core";
import { IconChevronDown, IconChevronUp } from "@tabler/icons-react";
import classes from "./sort-head.module.css";

type SortHeadProps = {
  label: string;
  direction: "ascending" | "descending" | null;
  onSort: () => void;
  className?: string;
};

/** A column's head that sorts by it, and the other way round when pressed again. */
export function SortHead({ label, direction, onSort, className }: SortHeadProps) {
  const Mark = direction === "descending" ? IconChevronDown : IconChevronUp;
  return (
    <Table.Th className={className} aria-sort={direction ?? "none"}>
      <UnstyledButton className={classes.button} onClick={onSort} data-active={direction !== null}>
        {label}
        <Mark size={12} stroke={2.1} aria-hidden="true" />
      </UnstyledButton>
    </Table.Th>
  );
}
