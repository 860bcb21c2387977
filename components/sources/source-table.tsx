import { Box as ScrollBox } from "@mantine/core";
import type { TextRange } from "../../core/sources/mark-words.ts";
import { SourceRuns, type Mark } from "./source-runs.tsx";
import classes from "./source-table.module.css";

type SourceTableProps = { text: string; rows: readonly (readonly TextRange[])[]; marks: readonly Mark[] };

/** A table of a document, its first row as the head. */
export function SourceTable({ text, rows: [head = [], ...body], marks }: SourceTableProps) {
  return (
    <ScrollBox className={classes.scroller ?? ""} role="group" aria-label="Table, to scroll" tabIndex={0}>
      <table className={classes.table}>
        <thead>
          <tr>
            {head.map((cell) => (
              <th key={cell.start} scope="col">
                <SourceRuns text={text} part={cell} marks={marks} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {body.map((row) => (
            <tr key={row[0]?.start}>
              {row.map((cell) => (
                <td key={cell.start}>
                  <SourceRuns text={text} part={cell} marks={marks} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
