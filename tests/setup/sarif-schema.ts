import { createRequire } from "node:module";

type Validator = (value: unknown) => boolean;
type Ajv = new (options: object) => { addMetaSchema(schema: object): void; compile(schema: object): Validator; errorsText(errors: unknown): string };

/** Microsoft's matchers carry the schema of SARIF 2.1.0 and a validator that knows its draft; they themselves want Jest around them. */
const require = createRequire(import.meta.url);
const requireBesideIt = createRequire(require.resolve("@microsoft/jest-sarif"));

/** What is wrong with a log by the schema of SARIF 2.1.0 (OASIS, errata 01); null for a valid one. */
export function sarifDefect(log: unknown): string | null {
  const ajv = new (requireBesideIt("ajv") as Ajv)({ schemaId: "auto", allErrors: true });
  ajv.addMetaSchema(requireBesideIt("ajv/lib/refs/json-schema-draft-04.json"));
  const validate = ajv.compile(requireBesideIt("./schemas/sarif-2.1.0-rtm.5.json"));
  return validate(log) ? null : ajv.errorsText("errors" in validate ? validate.errors : null);
}
