import type { KnownModelFact, ModelFact } from "../../core/models/model-fact.ts";
import type { ProviderProtocol } from "../../core/models/provider.ts";

/** A provider as an admin set it up; its key is sealed. */
interface ProviderRecord {
  name: string;
  protocol: ProviderProtocol;
  baseUrl: string;
  sealedKey: string | null;
}

export interface ModelSettingsStore {
  listProviders(): Promise<ProviderRecord[]>;
  findProvider(name: string): Promise<ProviderRecord | null>;
  setProvider(provider: ProviderRecord): Promise<void>;
  /** False when there was none. */
  removeProvider(name: string): Promise<boolean>;
  listFacts(): Promise<KnownModelFact[]>;
  setFact(fact: ModelFact): Promise<void>;
  /** Keeps whether a model was seen to answer in a form that it is given. */
  setTakesForm(model: string, takesForm: boolean): Promise<void>;
  /** Of all models of a provider, that this isn't known any more. */
  forgetForms(provider: string): Promise<void>;
  /** False when there was none. */
  removeFact(model: string): Promise<boolean>;
}
