import type { LanguageModelV4 } from "@ai-sdk/provider";
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
}

/** Opens a provider's model with everything around it that a bad day asks for. */
export async function openPatiently({ access, modelId, pauses, patience, redactor }: Opening): Promise<LanguageModelV4> {
  const model = await openProvider(access, modelId);
  return patientModel(model, { name: access.name, pauses, patience: { ...usualPatience, ...patience }, redactor, takesForm: access.protocol !== "openai-compatible", cites: access.protocol === "anthropic", providerOptions: callOptionsOf[access.protocol] });
}
