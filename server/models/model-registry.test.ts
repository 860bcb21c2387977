import { expect, test } from "vitest";
import { modelRoles } from "../../core/workflow/model-role.ts";
import { createModelRegistry, type RegistrySettings } from "./model-registry.ts";

const price = { inputMicroUsd: 3_000_000, cachedInputMicroUsd: null, cacheWriteMicroUsd: null, outputMicroUsd: 15_000_000, asOf: "2026-11-01", source: "The provider’s price page" };

function registryWith(fields: Partial<RegistrySettings>) {
  const pauses = { until: async () => null, extend: async () => undefined };
  return createModelRegistry({ choice: {}, fallbacks: {}, providers: [], stored: async () => ({ providers: [], facts: [] }), pauses, paceMs: 0, secrets: [], ...fields });
}

const call = { prompt: [{ role: "user" as const, content: [{ type: "text" as const, text: "What?" }] }] };

test("without a choice the offline model serves every role, costs nothing, and says so", () => {
  const registry = registryWith({});
  expect(registry.list()).toEqual(modelRoles.map((role) => ({ role, model: "offline:templates", fallback: null, isOffline: true })));
  expect(registry.priceOf("worker")).toBe(0);
});

test("a model of a provider that nobody set up fails when it is called, in a sentence that says where to", async () => {
  const { model } = registryWith({ choice: { planner: "someone:large" } }).serving("planner");
  await expect(model.doStream(call)).rejects.toMatchObject({ code: "not-configured", message: expect.stringContaining("COUNTERSIGN_PROVIDER_SOMEONE_URL") as unknown });
  const { model: known } = registryWith({ choice: { planner: "anthropic:large" } }).serving("planner");
  await expect(known.doStream(call)).rejects.toMatchObject({ code: "not-configured", message: expect.stringContaining("no key for anthropic") as unknown });
});

test("a price is unknown until an admin enters it, and with a fallback as long as one of both is", async () => {
  const facts = [{ model: "own:big", contextTokens: null, price }];
  const registry = registryWith({ choice: { worker: "own:big", verifier: "own:big" }, fallbacks: { verifier: "own:small" }, stored: async () => ({ providers: [], facts }) });
  expect(registry.priceOf("worker")).toBeNull();
  await registry.refresh();
  expect(registry.priceOf("worker")).toBe(15_000_000);
  expect(registry.priceOf("verifier")).toBeNull();
});

test("a run is served by the models of its approval, whatever is chosen meanwhile, and its approval names the fallback", () => {
  const registry = registryWith({ choice: { worker: "own:new" }, fallbacks: { worker: "own:spare" } });
  expect(registry.names()).toMatchObject({ worker: "own:new", "worker fallback": "own:spare" });
  const { name, fallback } = registry.serving("worker", { worker: "own:old" });
  expect([name, fallback]).toEqual(["own:old", null]);
  expect(registry.serving("worker").fallback?.name).toBe("own:spare");
});
