import { Box as ScrollBox } from "@mantine/core";
import type { TextRange } from "../../core/sources/mark-words.ts";
import type { SourceFormat } from "../../core/sources/source-format.ts";
import { SourceRuns, type Mark } from "./source-runs.tsx";
import classes from "./source-table.module.css";

/** Cells by the words of their lines. */
type Row = readonly (readonly TextRange[])[];

type SourceTableProps = { text: string; head: readonly Row[]; body: readonly Row[]; marks: readonly Mark[]; format?: SourceFormat };

/** A table of a document. */
export function SourceTable({ text, head, body, marks, format = "markdown" }: SourceTableProps) {
  const words = (cell: Row[number]) =>
    cell.map((line, index) => (
      <span key={line.start}>
        {index > 0 && " "}
        <SourceRuns text={text} part={line} marks={marks} format={format} />
      </span>
    ));
  return (
    <ScrollBox className={classes.scroller ?? ""} role="group" aria-label="Table, to scroll" tabIndex={0}>
      <table className={classes.table}>
        {head.length > 0 && (
          <thead>
            {head.map((row, at) => (
              <tr key={at}>
                {row.map((cell, column) =>
                  // What names nothing is no heading.
                  cell.every(({ start, end }) => text.slice(start, end).trim() === "") ? (
                    <td key={column}>{words(cell)}</td>
                  ) : (
                    <th key={column} scope="col">
                      {words(cell)}
                    </th>
                  ),
                )}
              </tr>
            ))}
          </thead>
        )}
        <tbody>
          {body.map((row, at) => (
            <tr key={at}>
              {row.map((cell, column) => (
                <td key={column}>{words(cell)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
