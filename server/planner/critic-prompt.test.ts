import { expect, it } from "vitest";
import { noOpinionSchema, opinionSchema } from "../../core/critique/opinion.ts";
import { countTokens } from "../../core/text/count-tokens.ts";
import { digestOfText } from "../../core/text/digest.ts";
import { criticPrompt } from "./critic-prompt.ts";

const [text = "", schema = ""] = criticPrompt.instructions.split("The JSON Schema of one op:\n");

/** Traces name versions: who changes the text gives it a new one. */
it("has the text that its version stands for, whole with the schema of an op", () => {
  expect({ version: criticPrompt.version, digest: digestOfText(text).slice(0, 12) }).toEqual({ version: "criticize@1", digest: "52ac6f5f16d6" });
  expect(JSON.parse(schema)).toMatchObject({ $schema: expect.any(String) as unknown });
  expect(countTokens(text)).toBeLessThanOrEqual(900);
});

it("shows lines that can be read as they stand", () => {
  const [point, nothing] = [...text.matchAll(/: (\{"(?:on|nothing)".*\})\.$/gm)].map(([, line]) => JSON.parse(line ?? ""));
  expect(opinionSchema.safeParse(point).success).toBe(true);
  expect(noOpinionSchema.safeParse(nothing).success).toBe(true);
});
