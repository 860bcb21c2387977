import type { Brief } from "../brief/brief.ts";
import type { RunEntry } from "../run/run-event.ts";
import type { Graph } from "../workflow/graph.ts";
import type { JsonValue } from "../workflow/json-value.ts";

/** A document of a run: what a worker was shown passages of, or what somebody cites. */
export interface RunSource {
  id: string;
  /** The collection's name. */
  collection: string;
  path: string;
  title: string;
  sha256: string;
  /** As it was read; null where the text isn't at hand. */
  text: string | null;
}

/** Everything that an audit, a report page and an export start from: what was asked, approved, done and read. */
export interface RecordedRun {
  brief: Brief;
  graph: Graph;
  entries: readonly RunEntry[];
  /** Larger values of the events, by digest. */
  contents: ReadonlyMap<string, JsonValue>;
  sources: ReadonlyMap<string, RunSource>;
}
