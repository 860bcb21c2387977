import { expect, onTestFinished, test } from "vitest";
import { operator } from "../../core/access/actor.ts";
import { freshServices } from "../../tests/setup/services.ts";
import { samples } from "./sample-runs.ts";

test("samples are asked, approved and run once, whoever goes on with them and however often, and stay away once removed", { timeout: 60_000 }, async () => {
  const { services } = await freshServices();
  expect(await services.makeSamples()).toBe(false);
  expect(await services.listSamples()).toEqual([]);
  for (const name of new Set(samples.flatMap(({ brief }) => brief.scope.collections))) {
    const collection = await services.createCollection(operator, { name });
    await services.uploadSource(operator, { collectionId: collection.ok ? collection.collectionId : "", path: "kettle.md", text: "# Kettle\n\nThe kettle whistles when the water boils." });
  }
  const work = await services.startWork();
  onTestFinished(() => work.close());
  await expect
    .poll(
      async () => {
        // Two workers at the same time, each of which may be killed at any moment.
        const outcomes = await Promise.allSettled([services.makeSamples(), services.makeSamples()]);
        return outcomes.some((outcome) => outcome.status === "fulfilled" && outcome.value);
      },
      { timeout: 45_000, interval: 200 },
    )
    .toBe(true);
  await expect.poll(async () => (await services.listSamples()).map(({ run }) => run?.auditResult !== null), { timeout: 30_000 }).toEqual([true, true]);
  expect((await services.listRuns({ search: "", statuses: [], auditResults: [], isWaiting: false, startedById: null, workflowId: null, startedAfter: null, minCost: null, sort: "started", isAscending: false, after: null, limit: 10 })).runs).toMatchObject([{ isSample: true }, { isSample: true }]);

  expect(await services.removeSample(operator, { sampleId: "gap" })).toEqual({ ok: true });
  expect(await services.removeSample(operator, { sampleId: "gap" })).toEqual({ ok: false, reason: "not-found" });
  expect(await services.makeSamples()).toBe(true);
  expect((await services.listSamples()).map(({ id }) => id)).toEqual(["environment"]);
  expect(await services.listWorkflows({ before: null, limit: 10 })).toHaveLength(1);
});
