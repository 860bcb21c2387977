import { outputOfEvent, textOfEvent, textOfOutput } from "../../core/run/searchable-text.ts";
import { searchText } from "../../core/sources/search-text.ts";
import type { StoredValue } from "../../core/run/stored-value.ts";
import type { JsonValue } from "../../core/workflow/json-value.ts";
import type { Ports } from "./ports.ts";
import { worthKeeping } from "./run-states.ts";

const pageSize = 500;

/** Makes a run found by what was asked and by what has happened in it since it was last looked at, and keeps how it stands. */
export async function indexRun({ store, runStates }: Pick<Ports, "store" | "runStates">, runId: string): Promise<void> {
  const run = await store.runs.find(runId);
  if (run === null) return;
  for (let sequence = await store.runSearch.position(runId); ; ) {
    const page = await store.runLog.readAfter(runId, sequence, pageSize);
    const texts = sequence === 0 ? [await askedText()] : [];
    for (const { event } of page) {
      const output = outputOfEvent(event);
      texts.push(textOfEvent(event), output === null ? "" : textOfOutput(await valueOf(output)));
    }
    sequence = page.at(-1)?.sequence ?? sequence;
    const { words, parts } = searchText(texts.filter((text) => text !== "").join("\n"));
    if (page.length > 0) await store.runSearch.add(runId, `${words} ${parts}`, sequence);
    if (page.length < pageSize) {
      if (sequence >= worthKeeping) await runStates.keep(store, runId);
      return;
    }
  }

  async function askedText(): Promise<string> {
    const workflow = await store.workflows.find(run?.workflowId ?? "");
    const brief = await store.briefs.findVersion(run?.briefVersionId ?? "");
    return [workflow?.title, brief?.content.question, ...(brief?.content.requirements ?? []).map(({ text }) => text)].join("\n");
  }

  async function valueOf(stored: StoredValue): Promise<JsonValue> {
    if ("json" in stored) return stored.json;
    const text = await store.runContents.find(runId, stored.digest);
    return text === null ? null : (JSON.parse(text) as JsonValue);
  }
}
