import type { LanguageModelV4 } from "@ai-sdk/provider";
import type { OnRetry } from "../../../core/models/model-failure.ts";
import type { ProviderAccess } from "../../../core/models/provider.ts";
import { callOptionsOf, openProvider } from "./open-provider.ts";
import { patientModel, usualPatience, type Patience, type ProviderPauses } from "./patient-model.ts";
import type { Redactor } from "./redactor.ts";

interface Opening {
  access: ProviderAccess;
  modelId: string;
  pauses: ProviderPauses;
  patience: Partial<Patience>;
  redactor: Redactor;
  /** Whether it was seen to answer in a form that it is given; every protocol but chat completions says so itself. */
  takesForm: boolean;
  onRetry: OnRetry | undefined;
}

/** Opens a provider's model with everything around it that a bad day asks for. */
export async function openPatiently({ access, modelId, pauses, patience, redactor, takesForm, onRetry }: Opening): Promise<LanguageModelV4> {
  const model = await openProvider(access, modelId);
  return patientModel(model, { name: access.name, pauses, patience: { ...usualPatience, ...patience }, redactor, takesForm: takesForm || access.protocol !== "openai-compatible", cites: access.protocol === "anthropic", providerOptions: callOptionsOf[access.protocol], onRetry });
}
