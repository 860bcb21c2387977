import { z } from "zod";
import { modelNameSchema } from "../core/models/model-name.ts";
import { baseUrlSchema, knownProvider, providerNameSchema, type ProviderAccess } from "../core/models/provider.ts";
import { firstIssue } from "../core/text/first-issue.ts";
import { modelPlaces, modelVariable } from "../core/models/model-place.ts";
import type { ModelChoices } from "../core/models/served-role.ts";

const originSchema = z
  .url({ protocol: /^https?$/, error: "COUNTERSIGN_URL must be an address like https://countersign.example.org." })
  .transform((url) => new URL(url).origin);

/** Some seconds for a plan, so that people can watch it grow. */
const usualPaceMs = 12;

const environmentSchema = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().min(1).default("127.0.0.1"),
  DATABASE_URL: z.string().min(1, "DATABASE_URL is missing: start Countersign with npm start, which sets it."),
  COUNTERSIGN_DATA: z.string().min(1, "COUNTERSIGN_DATA is missing: start Countersign with npm start, which sets it."),
  COUNTERSIGN_SECRET: z.string().min(32, "COUNTERSIGN_SECRET must have at least 32 characters."),
  COUNTERSIGN_URL: originSchema.optional(),
  COUNTERSIGN_OFFLINE_PACE_MS: z.preprocess(
    (value) => (value === "" ? undefined : value),
    z.coerce.number("COUNTERSIGN_OFFLINE_PACE_MS must be a number of milliseconds, 0 to 1000.").int().min(0).max(1_000).default(usualPaceMs),
  ),
  COUNTERSIGN_SAMPLES: z.enum(["yes", "no"], "COUNTERSIGN_SAMPLES must be yes or no.").default("yes"),
  NODE_ENV: z.enum(["development", "production", "test"]).default("production"),
});

/** The validated environment of one process. */
export interface Environment {
  port: number;
  host: string;
  databaseUrl: string;
  dataFolder: string;
  secret: string;
  /** The origin that people use when it isn't this machine's own address; null otherwise. */
  publicOrigin: string | null;
  isDevelopment: boolean;
  /** Models chosen by `COUNTERSIGN_MODEL_<ROLE>`, and to take over by `COUNTERSIGN_MODEL_<ROLE>_FALLBACK`, as `provider:model`. */
  models: ModelChoices;
  /** Providers whose key or address the environment holds. */
  providers: ProviderAccess[];
  /** Whether a new installation shows what it can do on two questions of its own. */
  makesSamples: boolean;
  /** Milliseconds that the offline model lets pass between two pieces of its answer. */
  offlinePaceMs: number;
}

/**
 * Reads the environment once, at the entry of a process.
 * @throws Error with one sentence that names the variable and what it must be.
 */
export function readEnvironment(variables: NodeJS.ProcessEnv = process.env): Environment {
  const parsed = environmentSchema.safeParse(variables);
  if (!parsed.success) {
    const sentences = parsed.error.issues.map(({ message, path: [name] }) =>
      message.includes(String(name)) ? message : `${String(name)} is not usable: ${message}.`,
    );
    throw new Error(sentences.join(" "));
  }
  const values = parsed.data;
  return {
    port: values.PORT,
    host: values.HOST,
    databaseUrl: values.DATABASE_URL,
    dataFolder: values.COUNTERSIGN_DATA,
    secret: values.COUNTERSIGN_SECRET,
    publicOrigin: values.COUNTERSIGN_URL ?? null,
    makesSamples: values.COUNTERSIGN_SAMPLES === "yes",
    isDevelopment: values.NODE_ENV === "development",
    models: readModels(variables),
    providers: readProviders(variables),
    offlinePaceMs: values.COUNTERSIGN_OFFLINE_PACE_MS,
  };
}

function readModels(variables: NodeJS.ProcessEnv): ModelChoices {
  const chosen = modelPlaces.flatMap((place) => {
    const variable = modelVariable(place);
    const model = variables[variable];
    return model === undefined || model === "" ? [] : [[place, checked(variable, modelNameSchema, model)] as const];
  });
  return Object.fromEntries(chosen);
}

/** The AI SDK's own names for what the known providers need; any provider has `COUNTERSIGN_PROVIDER_<NAME>_URL` and `_KEY`. */
const ownVariables: Record<string, { key: string; url?: string }> = {
  anthropic: { key: "ANTHROPIC_API_KEY", url: "ANTHROPIC_BASE_URL" },
  openai: { key: "OPENAI_API_KEY", url: "OPENAI_BASE_URL" },
  google: { key: "GOOGLE_GENERATIVE_AI_API_KEY" },
};

function readProviders(variables: NodeJS.ProcessEnv): ProviderAccess[] {
  const given = Object.keys(variables).flatMap((variable) => /^COUNTERSIGN_PROVIDER_(.+)_(?:URL|KEY)$/.exec(variable)?.[1] ?? []);
  const names = new Set([...Object.keys(ownVariables), ...given.map((name) => name.toLowerCase().replaceAll("_", "-"))]);
  return [...names].flatMap((name) => {
    const variable = `COUNTERSIGN_PROVIDER_${name.toUpperCase().replaceAll("-", "_")}`;
    const own = ownVariables[name];
    const apiKey = variables[`${variable}_KEY`] || (own && variables[own.key]) || null;
    const url = variables[`${variable}_URL`] || (own?.url && variables[own.url]) || null;
    if (apiKey === null && url === null) return [];
    checked(`${variable}_URL`, providerNameSchema, name);
    const known = knownProvider(name);
    if (url === null && known === null) throw new Error(`${variable}_URL is missing: it says where the provider "${name}" is, for example http://127.0.0.1:11434/v1.`);
    const baseUrl = url === null ? (known?.baseUrl ?? "") : checked(variables[`${variable}_URL`] ? `${variable}_URL` : (own?.url ?? variable), baseUrlSchema, url);
    return [{ name, protocol: known?.protocol ?? "openai-compatible", baseUrl, apiKey }];
  });
}

function checked<Value>(variable: string, schema: z.ZodType<Value>, text: string): Value {
  const parsed = schema.safeParse(text);
  if (!parsed.success) throw new Error(`${variable} is not usable: ${firstIssue(parsed.error)}`);
  return parsed.data;
}
