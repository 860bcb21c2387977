import { pathToFileURL } from "node:url";
import { formatTable, type TableRow } from "./harness/table.ts";

/** What a bench gives back: one number per name, the unit at the end of the name (`warmStartMs`). */
export type BenchMetrics = Record<string, number>;

/** What a bench may use while it runs. */
export interface BenchHarness {
  /** What stands after the bench's name on the command line. */
  args: string[];
  /** Says on the error channel what is being measured now. */
  say(line: string): void;
  /** Prints rows that share their columns; the columns of the first row count. */
  table(rows: TableRow[]): void;
}

/** What every file `bench/NAME.ts` exports. */
export interface BenchModule {
  run(harness: BenchHarness): Promise<BenchMetrics>;
}

const harness = (args: string[]): BenchHarness => ({
  args,
  say: (line) => process.stderr.write(`${line}\n`),
  table: (rows) => process.stdout.write(`${formatTable(rows)}\n`),
});

const [name = "", ...args] = process.argv.slice(2);
const bench: BenchModule = await import(pathToFileURL(`${import.meta.dirname}/${name}.ts`).href);
const metrics = await bench.run(harness(args));
process.stdout.write(`${JSON.stringify({ bench: name, metrics })}\n`);
