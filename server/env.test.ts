import { expect, test } from "vitest";
import { readEnvironment } from "./env.ts";

const needed = { DATABASE_URL: "postgres://somewhere", COUNTERSIGN_DATA: "/data", COUNTERSIGN_SECRET: "a secret of at least thirty-two characters", NODE_ENV: "test" as const };

test("providers are found by the AI SDK's own names for their keys, and by names of their own", () => {
  const { providers, models } = readEnvironment({
    ...needed,
    ANTHROPIC_API_KEY: "sk-ant-1",
    OPENAI_BASE_URL: "http://gateway.internal/v1/",
    COUNTERSIGN_PROVIDER_MY_OLLAMA_URL: "http://127.0.0.1:11434/v1",
    COUNTERSIGN_MODEL_WORKER: "my-ollama:llama3:8b",
    COUNTERSIGN_MODEL_WORKER_FALLBACK: "anthropic:small",
    COUNTERSIGN_MODEL_CRITIC: "",
  });
  expect(providers).toEqual([
    { name: "anthropic", protocol: "anthropic", baseUrl: "https://api.anthropic.com/v1", apiKey: "sk-ant-1" },
    { name: "openai", protocol: "openai", baseUrl: "http://gateway.internal/v1", apiKey: null },
    { name: "my-ollama", protocol: "openai-compatible", baseUrl: "http://127.0.0.1:11434/v1", apiKey: null },
  ]);
  expect(models).toEqual({ worker: "my-ollama:llama3:8b", "worker fallback": "anthropic:small" });
});

test.each([
  [{ COUNTERSIGN_MODEL_PLANNER: "gpt" }, /^COUNTERSIGN_MODEL_PLANNER is not usable: Write provider:model/],
  [{ COUNTERSIGN_PROVIDER_OWN_KEY: "k" }, /^COUNTERSIGN_PROVIDER_OWN_URL is missing/],
  [{ COUNTERSIGN_PROVIDER_OWN_URL: "ftp://there" }, /^COUNTERSIGN_PROVIDER_OWN_URL is not usable/],
  [{ ANTHROPIC_BASE_URL: "https://name:canary-password@there" }, /^ANTHROPIC_BASE_URL is not usable: (?!.*canary)/],
])("what can't be used is refused in a sentence that names the variable: %o", (variables, sentence) => {
  expect(() => readEnvironment({ ...needed, ...variables })).toThrow(sentence);
});
