import { expect, onTestFinished, test } from "vitest";
import { createServices } from "../services.ts";
import { freshServices } from "../../tests/setup/services.ts";

const ada = { id: null, name: "Ada" };
const model = "offline:templates";

const planner = async (services: Awaited<ReturnType<typeof freshServices>>["services"]) => (await services.listModels()).find(({ role }) => role === "planner");

test("an admin's choice is kept with their name, audited once, and can be taken back", async () => {
  const { services } = await freshServices();
  expect(await planner(services)).toEqual({ role: "planner", model, chosenBy: "default", isOffline: true, setting: null, fallback: { model: null, chosenBy: "default", setting: null } });
  const choose = (choice: string | null) => services.chooseModel(ada, { place: "planner", model: choice });
  await Promise.all([choose(model), choose(model)]);
  expect(await planner(services)).toMatchObject({ model, chosenBy: "setting", setting: { model, chosenByName: "Ada", chosenAt: expect.any(Date) } });
  expect(await choose(null)).toEqual({ ok: true });
  expect(await planner(services)).toMatchObject({ chosenBy: "default", setting: null });
  const entries = await services.listAuditLog({ before: null, limit: 10, action: "model-choose", actorId: null });
  expect(entries.map(({ summary, targetId }) => [summary, targetId])).toEqual([
    [`Took back the choice of ${model} for the planner role`, "planner"],
    [`Chose ${model} for the planner role`, "planner"],
  ]);
});

test("what can't be spoken to is not chosen", async () => {
  const { services } = await freshServices();
  expect(await services.chooseModel(ada, { place: "worker", model: "someone:large" })).toEqual({ ok: false, reason: "not-available" });
  expect(await services.listAuditLog({ before: null, limit: 10, action: "model-choose", actorId: null })).toEqual([]);
});

test("the environment goes before the choice, which stays for when it is gone", async () => {
  const { services, databaseUrl } = await freshServices();
  await services.chooseModel(ada, { place: "planner", model });
  const bound = createServices({ databaseUrl, secret: "a secret of at least thirty-two characters", publicOrigin: null, port: 3000, models: { planner: model } });
  onTestFinished(() => bound.close());
  expect(await planner(bound)).toMatchObject({ chosenBy: "environment", setting: { chosenByName: "Ada" } });
  expect(await bound.chooseModel(ada, { place: "planner", model: null })).toEqual({ ok: false, reason: "set-by-environment" });
  expect(await planner(services)).toMatchObject({ chosenBy: "setting" });
});

test("a model is chosen to take over, which what was approved before doesn't name", async () => {
  const { services } = await freshServices();
  expect(await services.chooseModel(ada, { place: "worker fallback", model })).toEqual({ ok: true });
  const worker = (await services.listModels()).find(({ role }) => role === "worker");
  expect(worker?.fallback).toMatchObject({ model, chosenBy: "setting", setting: { model, chosenByName: "Ada" } });
  const [entry] = await services.listAuditLog({ before: null, limit: 10, action: "model-choose", actorId: null });
  expect(entry).toMatchObject({ summary: `Chose ${model} to take over in the worker role`, targetId: "worker fallback" });
});
