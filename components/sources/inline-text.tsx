import { SourceRuns } from "./source-runs.tsx";

/** A sentence that a model wrote: code as code, and never HTML. */
export function InlineText({ text }: { text: string }) {
  return <SourceRuns text={text} part={{ start: 0, end: text.length }} marks={[]} />;
}
