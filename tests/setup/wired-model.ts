import type { ProviderProtocol } from "../../core/models/provider.ts";
import type { RoleModel } from "../../server/engine/executors/executor-ports.ts";
import { callOptionsOf, openProvider } from "../../server/models/wire/open-provider.ts";
import { patientModel, type Patience } from "../../server/models/wire/patient-model.ts";
import type { ModelServer } from "./model-server.ts";

const patience: Patience = { tries: 3, backoffMs: 2, longestPauseMs: 1_000, firstPartMs: 10_000, betweenPartsMs: 10_000, mostCharacters: 5_000 };

/** The model "there:main" of a provider on this machine, as executors get it. */
export async function wiredModel(server: ModelServer, protocol: ProviderProtocol, more: Partial<Patience> = {}): Promise<RoleModel> {
  const until = new Map<string, Date>();
  const inner = await openProvider({ name: "there", protocol, baseUrl: server.baseUrl(protocol), apiKey: "a key" }, "main");
  const open: RoleModel["open"] = (onRetry) => patientModel(inner, {
    name: "there",
    pauses: { until: async (name) => until.get(name) ?? null, extend: async (name, at) => void until.set(name, at) },
    patience: { ...patience, ...more },
    redactor: { text: (text) => text, stream: () => ({ push: (piece) => piece, end: () => "" }) },
    takesForm: protocol !== "openai-compatible",
    cites: protocol === "anthropic",
    providerOptions: callOptionsOf[protocol],
    onRetry,
  });
  return { open, name: "there:main", price: null, contextTokens: null, microUsdPerMillionTokens: null, fallback: null, isOffline: false };
}
