import { expect, test } from "vitest";
import { KnownSecrets } from "../keys/known-secrets.ts";
import { saying } from "../../tests/setup/model-server.ts";
import { startModelServer } from "../../tests/setup/own-model-server.ts";
import { createModelRegistry, type RegistrySettings } from "./model-registry.ts";

const price = { inputMicroUsd: 3_000_000, cachedInputMicroUsd: null, cacheWriteMicroUsd: null, outputMicroUsd: 15_000_000, asOf: "2026-11-01", source: "The provider’s price page" };

function registryWith(fields: Partial<RegistrySettings>) {
  const pauses = { until: async () => null, extend: async () => undefined };
  return createModelRegistry({ choice: {}, providers: [], stored: async () => ({ providers: [], facts: [] }), pauses, paceMs: 0, redactor: new KnownSecrets(), ...fields });
}

const call = { prompt: [{ role: "user" as const, content: [{ type: "text" as const, text: "What?" }] }] };

test("the offline model is always there, first, and costs nothing", async () => {
  const registry = registryWith({});
  expect(await registry.available()).toEqual([{ model: "offline:templates", isOffline: true }]);
  expect(registry.facts({ worker: "offline:templates" }).worker.price).toMatchObject({ model: "offline:templates", microUsdPerMillionTokens: 0 });
});

test("what the environment names and what admins described can be chosen, each once", async () => {
  const facts = [{ model: "own:big", contextTokens: null, price, takesForm: false }];
  const registry = registryWith({ choice: { worker: "own:small", "worker fallback": "own:big" }, stored: async () => ({ providers: [], facts }) });
  expect((await registry.available()).map(({ model }) => model)).toEqual(["offline:templates", "own:small", "own:big"]);
});

test("a model of a provider that nobody set up fails when it is called, in a sentence that says where to", async () => {
  const registry = registryWith({});
  const model = registry.serving("planner", { planner: "someone:large" }).open();
  await expect(model.doStream(call)).rejects.toMatchObject({ code: "not-configured", message: expect.stringContaining("COUNTERSIGN_PROVIDER_SOMEONE_URL") as unknown });
  const known = registry.serving("planner", { planner: "anthropic:large" }).open();
  await expect(known.doStream(call)).rejects.toMatchObject({ code: "not-configured", message: expect.stringContaining("no key for anthropic") as unknown });
});

test("a price is unknown until an admin enters it, and with a fallback as long as one of both is", async () => {
  const facts = [{ model: "own:big", contextTokens: null, price, takesForm: false }];
  const registry = registryWith({ stored: async () => ({ providers: [], facts }) });
  const names = { worker: "own:big", verifier: "own:big", "verifier fallback": "own:small" };
  expect(registry.facts(names).worker.price).toBeNull();
  await registry.refresh();
  expect(registry.facts(names).worker.price).toEqual({ model: "own:big", microUsdPerMillionTokens: 15_000_000, asOf: price.asOf, source: price.source });
  expect(registry.facts(names).verifier.price).toBeNull();
});

test("a role takes as much at once as the smaller of its models, as far as that is known", async () => {
  const facts = [{ model: "own:big", contextTokens: 200_000, price: null, takesForm: false }, { model: "own:small", contextTokens: 32_000, price: null, takesForm: false }];
  const registry = registryWith({ stored: async () => ({ providers: [], facts }) });
  await registry.refresh();
  expect(registry.facts({ worker: "own:big", "worker fallback": "own:small" }).worker.contextTokens).toBe(32_000);
  expect(registry.facts({ worker: "own:big", "worker fallback": "own:other" }).worker.contextTokens).toBe(200_000);
  expect(registry.facts({ worker: "offline:templates" }).worker.contextTokens).toBeNull();
});

test("a form goes along with a question where a test saw the model keep to one, or where it is to be seen", async () => {
  const server = await startModelServer(() => saying("{}"));
  const provider = { name: "own", protocol: "openai-compatible", baseUrl: server.baseUrl("openai-compatible"), apiKey: null } as const;
  const facts = [{ model: "own:big", contextTokens: null, price: null, takesForm: true }];
  const registry = registryWith({ stored: async () => ({ providers: [provider], facts }) });
  const form = { responseFormat: { type: "json" as const, schema: { type: "object" as const } } };
  for (const model of [registry.open("own:big"), registry.open("own:small"), registry.openInForm("own:small")]) await (await model.doStream({ ...call, ...form })).stream.cancel();
  expect(server.requests.map(({ body }) => JSON.stringify(body).includes('"json_schema"'))).toEqual([true, false, true]);
});

test("a run is served by the models of its approval, whatever is chosen meanwhile", () => {
  const registry = registryWith({ choice: { worker: "own:new", "worker fallback": "own:spare" } });
  const { name, fallback } = registry.serving("worker", { worker: "own:old" });
  expect([name, fallback]).toEqual(["own:old", null]);
  expect(registry.serving("worker", { worker: "own:old", "worker fallback": "own:other" }).fallback?.name).toBe("own:other");
});
