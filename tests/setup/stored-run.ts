import type { RecordedRun } from "../../core/evidence/recorded-run.ts";
import { foldRun } from "../../core/run/fold-run.ts";
import { unstartedRun } from "../../core/run/run-state.ts";
import { canonicalManifest } from "../../core/review/manifest.ts";
import { digestOf } from "../../core/text/digest.ts";
import { digestGraph } from "../../core/workflow/digest-graph.ts";
import { createPrisma } from "../../server/db/client.ts";
import { createStore } from "../../server/db/store.ts";

/** Stores a recorded run as the engine would have: workflow, approval, events, what the row says of it. */
export async function storeRun(databaseUrl: string, recorded: RecordedRun): Promise<{ runId: string; workflowId: string }> {
  const prisma = createPrisma(databaseUrl, 2);
  try {
    return await createStore(prisma).transaction(async (records) => {
      const now = new Date();
      const author = { createdById: null, now };
      const collection = await records.collections.create({ name: "Handbook", origin: "upload", ...author });
      if (collection === null) throw new Error("The database holds a run of this kind already.");
      let text = JSON.stringify({ graph: recorded.graph, entries: recorded.entries });
      for (const source of recorded.sources.values()) {
        const content = source.text ?? "";
        const { path, title, sha256 } = source;
        const id = await records.sources.add({ collectionId: collection.id, path, title, text: content, sha256, byteLength: content.length, headings: [], passages: [] }, now);
        text = text.replaceAll(source.id, id);
      }
      const { graph, entries } = JSON.parse(text) as Pick<RecordedRun, "graph" | "entries">;
      const version = await records.briefs.addVersion({ briefId: null, content: recorded.brief, digest: digestOf(recorded.brief), ...author });
      const workflow = await records.workflows.create({ title: graph.title, briefVersionId: version.id, createdByName: "operator", ...author });
      const digest = digestGraph(graph);
      const { layout, ...meaning } = graph;
      const revision = await records.revisions.create({ workflowId: workflow.id, number: 1, canonicalText: JSON.stringify(meaning), digest, layout, createdByName: "operator", ...author });
      const manifest = canonicalManifest({
        format: "countersign/manifest@1",
        workflow: { id: workflow.id, revision: 1 },
        definition: digest,
        overlay: null,
        brief: { version: 1, digest: digestOf(recorded.brief) },
        arguments: null,
        models: {},
        tools: [],
        policy: null,
        findings: [],
        notRun: [],
        waivers: [],
        reach: "this-run",
      });
      const decisionId = await records.decisions.create({
        revisionId: revision.id,
        verdict: "approved",
        reason: "",
        manifestText: manifest.text,
        manifestDigest: manifest.digest,
        envelope: { payloadType: "application/vnd.in-toto+json", payload: "", signatures: [] },
        decidedById: null,
        decidedByName: "operator",
        now,
      });
      const started = { startedById: null, startedByName: "operator" };
      const run = await records.runs.create({ workflowId: workflow.id, revisionId: revision.id, briefVersionId: version.id, decisionId, manifestDigest: manifest.digest, ...started, now });
      const dated = entries.map((entry) => ({ ...entry, at: new Date(entry.at) }));
      for (const { event, at } of dated) await records.runLog.append(run.id, [event], at);
      const { status, endedAt } = foldRun(unstartedRun, dated);
      await records.runs.change(run.id, { status, endedAt, wantsDriver: false });
      return { runId: run.id, workflowId: workflow.id };
    });
  } finally {
    await prisma.$disconnect();
  }
}
