import { modelFactSchema, type KnownModelFact, type ModelFact } from "../../core/models/model-fact.ts";
import { modelPriceSchema } from "../../core/models/model-price.ts";
import { providerProtocols, type ProviderProtocol } from "../../core/models/provider.ts";
import type { Database } from "./client.ts";
import { Prisma } from "./generated/client.ts";

interface ProviderRow {
  name: string;
  protocol: string;
  baseUrl: string;
  encryptedKey: string | null;
}

/** What admins set up of providers and models. */
export function modelSettingsRepository(database: Database) {
  return {
    async listProviders() {
      return (await database.modelProvider.findMany({ orderBy: { name: "asc" } })).map(toProvider);
    },

    async findProvider(name: string) {
      const row = await database.modelProvider.findUnique({ where: { name } });
      return row === null ? null : toProvider(row);
    },

    async setProvider({ name, protocol, baseUrl, sealedKey }: ReturnType<typeof toProvider>): Promise<void> {
      const fields = { protocol, baseUrl, encryptedKey: sealedKey };
      await database.modelProvider.upsert({ where: { name }, create: { name, ...fields }, update: fields });
    },

    async removeProvider(name: string): Promise<boolean> {
      return (await database.modelProvider.deleteMany({ where: { name } })).count > 0;
    },

    async listFacts(): Promise<KnownModelFact[]> {
      const rows = await database.modelFact.findMany({ orderBy: { model: "asc" } });
      return rows.map(({ model, contextTokens, price, takesForm }) => ({ ...modelFactSchema.parse({ model, contextTokens, price }), takesForm }));
    },

    async setFact({ model, contextTokens, price }: ModelFact): Promise<void> {
      // Also with nothing known of it, a model that was entered can be chosen.
      const fields = { contextTokens, price: price === null ? Prisma.DbNull : modelPriceSchema.parse(price) };
      await database.modelFact.upsert({ where: { model }, create: { model, ...fields }, update: fields });
    },

    async setTakesForm(model: string, takesForm: boolean): Promise<void> {
      await database.modelFact.upsert({ where: { model }, create: { model, takesForm }, update: { takesForm } });
    },

    async forgetForms(provider: string): Promise<void> {
      await database.modelFact.updateMany({ where: { model: { startsWith: `${provider}:` } }, data: { takesForm: false } });
    },

    async removeFact(model: string): Promise<boolean> {
      return (await database.modelFact.deleteMany({ where: { model } })).count > 0;
    },
  };
}

function toProvider({ name, protocol, baseUrl, encryptedKey }: ProviderRow) {
  const known: ProviderProtocol = providerProtocols.find((one) => one === protocol) ?? "openai-compatible";
  return { name, protocol: known, baseUrl, sealedKey: encryptedKey };
}
