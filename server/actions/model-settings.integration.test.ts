import { expect, test } from "vitest";
import { z } from "zod";
import { operator } from "../../core/access/actor.ts";
import { createOfflineModel } from "../models/offline/offline-model.ts";
import { answeringWith, saying } from "../../tests/setup/model-server.ts";
import { startModelServer } from "../../tests/setup/own-model-server.ts";
import { dumpDatabase } from "../../tests/setup/dump-database.ts";
import { freshServices } from "../../tests/setup/services.ts";

const apiKey = "sk-canary-0123456789abcdefghij";

test("a provider's key goes in and never comes out: not by the settings, the audit log, an error or the database", async () => {
  const { services, databaseUrl } = await freshServices();
  const server = await startModelServer(() => saying("Hello"));
  const provider = { name: "own", protocol: "openai-compatible", baseUrl: server.baseUrl("openai-compatible") } as const;
  expect(await services.setProvider(operator, { ...provider, apiKey: { set: apiKey } })).toEqual({ ok: true });
  server.faults.push({ status: 401, type: "invalid_api_key", message: `Incorrect API key provided: ${apiKey}` });
  const report = await services.testModel("own:small", AbortSignal.timeout(30_000));
  expect(report.failure).toMatchObject({ code: "authentication" });
  expect(server.requests[0]?.headers.authorization).toBe(`Bearer ${apiKey}`);
  const settings = await services.readModelSettings();
  expect(settings.providers).toMatchObject([{ name: "own", hasKey: true, isInEnvironment: false, isKeyUnreadable: false }]);
  const seen = [await dumpDatabase(databaseUrl), JSON.stringify([report, settings, await services.listAuditLog({ before: null, limit: 50, action: null, actorId: null })])].join("\n");
  for (const form of [apiKey, Buffer.from(apiKey).toString("base64").slice(0, 20), Buffer.from(apiKey).toString("hex")]) expect(seen).not.toContain(form);
});

test("a stored key stays with its address: a provider that is moved elsewhere has none until somebody enters it", async () => {
  const { services } = await freshServices();
  const [here, there] = [await startModelServer(() => saying("Here")), await startModelServer(() => saying("There"))];
  const provider = { name: "own", protocol: "openai-compatible" } as const;
  await services.setProvider(operator, { ...provider, baseUrl: here.baseUrl("openai-compatible"), apiKey: { set: apiKey } });
  await services.setProvider(operator, { ...provider, baseUrl: here.baseUrl("openai-compatible"), apiKey: { keep: true } });
  expect((await services.readModelSettings()).providers[0]?.hasKey).toBe(true);
  await services.setProvider(operator, { ...provider, baseUrl: there.baseUrl("openai-compatible"), apiKey: { keep: true } });
  expect((await services.readModelSettings()).providers[0]?.hasKey).toBe(false);
  await services.testModel("own:small", AbortSignal.timeout(30_000));
  expect(there.requests.length).toBeGreaterThan(0);
  expect(JSON.stringify(there.requests)).not.toContain(apiKey);
});

test("a test of a connection says of each thing whether it works", async () => {
  const { services } = await freshServices();
  const server = await startModelServer(({ toolNames, prompt }) => {
    if (toolNames.includes("look")) return { ...saying(""), calls: [{ toolName: "look", input: { word: "lighthouse" } }] };
    return saying(JSON.stringify(prompt).includes("colour") ? '{"colour":"red","count":3}' : "one, two, three, four, five, six, seven, eight, nine, ten");
  });
  await services.setProvider(operator, { name: "own", protocol: "anthropic", baseUrl: server.baseUrl("anthropic"), apiKey: { set: apiKey } });
  await services.setModelFact(operator, { model: "own:large", contextTokens: 64_000, price: null });
  const works = await services.testModel("own:large", AbortSignal.timeout(30_000));
  expect(works.failure).toBeNull();
  expect(works.checks.map(({ check, state }) => [check, state])).toEqual([["answers", "works"], ["streaming", "works"], ["usage", "works"], ["tools", "works"], ["structured", "works"], ["window", "works"]]);

  // A model that can do none of it is told apart.
  const mute = await startModelServer(answeringWith(createOfflineModel({ paceMs: 0 })));
  await services.setProvider(operator, { name: "mute", protocol: "openai-compatible", baseUrl: mute.baseUrl("openai-compatible"), apiKey: { set: null } });
  const fails = await services.testModel("mute:any", AbortSignal.timeout(30_000));
  expect(fails.checks.map(({ check, state }) => [check, state])).toEqual([["answers", "works"], ["streaming", "works"], ["usage", "works"], ["tools", "fails"], ["structured", "fails"], ["window", "unknown"]]);
});

test("behind chat completions a form goes along once a test saw the model keep to one, until its provider moves", async () => {
  const { services } = await freshServices();
  const bodySchema = z.object({ response_format: z.object({ json_schema: z.object({ schema: z.object({ properties: z.record(z.string(), z.unknown()) }) }) }).optional() });
  const server = await startModelServer((_, { body }) => {
    const asked = bodySchema.parse(body).response_format?.json_schema.schema.properties ?? {};
    return saying("shade" in asked ? '{"shade":"red","amount":3}' : '{"colour":"red","count":3}');
  });
  const provider = { name: "own", protocol: "openai-compatible", baseUrl: server.baseUrl("openai-compatible"), apiKey: { set: null } } as const;
  await services.setProvider(operator, provider);
  await services.setModelFact(operator, { model: "own:large", contextTokens: 64_000, price: null });
  const report = await services.testModel("own:large", AbortSignal.timeout(30_000));
  expect(report.checks.find(({ check }) => check === "structured")).toEqual({ check: "structured", state: "works", detail: "It answers in a form that goes along with the question." });

  const keeps = async () => (await services.readModelSettings()).facts.map(({ contextTokens, takesForm }) => [contextTokens, takesForm]);
  expect(await keeps()).toEqual([[64_000, true]]);
  await services.setModelFact(operator, { model: "own:large", contextTokens: 32_000, price: null });
  expect(await keeps()).toEqual([[32_000, true]]);
  await services.setProvider(operator, { ...provider, baseUrl: "http://127.0.0.1:1/v1" });
  expect(await keeps()).toEqual([[32_000, false]]);
});

test("a model that was entered can be removed, unless a role has it", async () => {
  const { services } = await freshServices();
  await services.setModelFact(operator, { model: "own:large", contextTokens: 64_000, price: null });
  await services.chooseModel(operator, { place: "worker fallback", model: "own:large" });
  expect(await services.removeModelFact(operator, "own:large")).toEqual({ ok: false, reason: "chosen" });
  await services.chooseModel(operator, { place: "worker fallback", model: null });
  expect(await services.removeModelFact(operator, "own:large")).toEqual({ ok: true });
  expect(await services.listAvailableModels()).toEqual([{ model: "offline:templates", isOffline: true }]);
  expect((await services.listAuditLog({ before: null, limit: 1, action: "model-remove", actorId: null }))[0]).toMatchObject({ targetId: "own:large", summary: "Removed the model own:large" });
});
