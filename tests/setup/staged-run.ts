import type { Brief } from "../../core/brief/brief.ts";
import { foldRun } from "../../core/run/fold-run.ts";
import type { RunEntry, RunEvent } from "../../core/run/run-event.ts";
import { standingOf } from "../../core/run/run-standing.ts";
import { unstartedRun, type RunState } from "../../core/run/run-state.ts";
import { canonicalManifest } from "../../core/review/manifest.ts";
import { digestOf } from "../../core/text/digest.ts";
import { canonicalGraph } from "../../core/workflow/digest-graph.ts";
import type { Graph } from "../../core/workflow/graph.ts";
import type { RunContentRecord } from "../../server/actions/run-store.ts";
import { createStore } from "../../server/db/store.ts";
import type { PrismaClient } from "../../server/db/client.ts";

/** An event and when it happens, in milliseconds after the run was created. */
export interface TimedEvent {
  atMs: number;
  event: RunEvent;
}

interface Staged {
  graph: Graph;
  brief: Brief;
  createdAt: Date;
  startedBy?: { id: string | null; name: string };
}

/** A run that no worker drives: what happens in it is written by the test, through the real log and the real fence. */
export async function stagedRun(prisma: PrismaClient, { graph, brief, createdAt, startedBy = { id: null, name: "operator" } }: Staged) {
  const store = createStore(prisma);
  const { text, digest } = canonicalGraph(graph);
  const run = await store.transaction(async (records) => {
    const now = createdAt;
    const author = { createdById: startedBy.id, createdByName: startedBy.name, now };
    const version = await records.briefs.addVersion({ briefId: null, content: brief, digest: digestOf(brief), createdById: startedBy.id, now });
    const workflow = await records.workflows.create({ title: graph.title, briefVersionId: version.id, ...author });
    const revision = await records.revisions.create({ workflowId: workflow.id, number: 1, canonicalText: text, digest, layout: graph.layout, ...author });
    const manifest = canonicalManifest({
      format: "countersign/manifest@1",
      workflow: { id: workflow.id, revision: 1 },
      definition: digest,
      overlay: null,
      brief: { version: version.number, digest: version.digest },
      arguments: null,
      models: { worker: "offline:quoting", verifier: "offline:quoting", synthesizer: "offline:quoting" },
      tools: [],
      policy: null,
      findings: [],
      notRun: [],
      waivers: [],
      reach: "this-run",
    });
    const manifestDigest = manifest.digest;
    const decisionId = await records.decisions.create({
      revisionId: revision.id,
      verdict: "approved",
      reason: "Recorded.",
      manifestText: manifest.text,
      manifestDigest,
      envelope: { payloadType: "application/vnd.in-toto+json", payload: "", signatures: [{ keyid: "none", sig: "AAAA" }] },
      decidedById: startedBy.id,
      decidedByName: startedBy.name,
      now,
    });
    const created = await records.runs.create({
      workflowId: workflow.id,
      revisionId: revision.id,
      briefVersionId: version.id,
      decisionId,
      manifestDigest,
      startedById: startedBy.id,
      startedByName: startedBy.name,
      now,
    });
    await records.runs.change(created.id, { wantsDriver: false });
    await records.runLog.append(created.id, [{ type: "run-created", by: startedBy, decisionId, manifestDigest, definitionDigest: digest }], now);
    return created;
  });
  let state: RunState = foldRun(unstartedRun, await store.runLog.readAfter(run.id, 0, 1));
  return {
    run,
    workflowId: run.workflowId,
    state: () => state,
    /** Writes events as a driver would: those of one moment in one commit. */
    async record(events: readonly TimedEvent[], contents: readonly RunContentRecord[] = []): Promise<void> {
      for (const [atMs, together] of Map.groupBy(events, (one) => one.atMs)) {
        const at = new Date(createdAt.getTime() + atMs);
        const next = foldRun(state, together.map(({ event }, index): RunEntry => ({ sequence: state.sequence + index + 1, at, event })));
        const written = { events: together.map(({ event }) => event), contents, standing: standingOf(next), at };
        const outcome = await store.runLog.drive(run.id, { epoch: 0, sequence: state.sequence }, written);
        if (outcome !== "written") throw new Error(`The events could not be written: ${outcome}`);
        state = next;
      }
      await store.runs.change(run.id, { wantsDriver: false });
    },
  };
}
