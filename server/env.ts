import { z } from "zod";
import { modelRoles, type ModelRole } from "../core/workflow/model-role.ts";

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
  /** Models chosen for roles by `COUNTERSIGN_MODEL_<ROLE>`, as `provider:model`. */
  models: Partial<Record<ModelRole, string>>;
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
    isDevelopment: values.NODE_ENV === "development",
    models: readModels(variables),
    offlinePaceMs: values.COUNTERSIGN_OFFLINE_PACE_MS,
  };
}

function readModels(variables: NodeJS.ProcessEnv): Environment["models"] {
  const chosen = modelRoles.flatMap((role) => {
    const model = variables[`COUNTERSIGN_MODEL_${role.toUpperCase()}`];
    return model === undefined || model === "" ? [] : [[role, model] as const];
  });
  return Object.fromEntries(chosen);
}
