import { lineSchema } from "../text/text-schema.ts";
import { providerNameSchema } from "./provider.ts";

/** `provider:model` in its two parts; the model's own name may hold colons, too. */
export interface ModelName {
  provider: string;
  modelId: string;
}

/** @returns null where there is no colon, or nothing on one side of it. */
export function splitModelName(name: string): ModelName | null {
  const colon = name.indexOf(":");
  const [provider, modelId] = [name.slice(0, Math.max(0, colon)), name.slice(colon + 1)];
  return provider === "" || modelId === "" ? null : { provider, modelId };
}

/** A model of a provider, as settings and the environment name it. */
export const modelNameSchema = lineSchema({ max: 240 }).refine((name) => {
  const split = splitModelName(name);
  return split !== null && (name === "offline:templates" || providerNameSchema.safeParse(split.provider).success);
}, "Write provider:model, for example anthropic: and the name of one of its models.");
