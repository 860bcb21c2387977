import { expect, it } from "vitest";
import { countTokens } from "../../core/text/count-tokens.ts";
import { digestOfText } from "../../core/text/digest.ts";
import { revisePrompt } from "./revise-prompt.ts";

const [text = "", schema = ""] = revisePrompt.instructions.split("The JSON Schema of one op:\n");

/** Traces name versions: who changes the text gives it a new one. */
it("has the text that its version stands for, whole with the schema of an op", () => {
  expect({ version: revisePrompt.version, digest: digestOfText(text).slice(0, 12) }).toEqual({ version: "revise@1", digest: "f91092e5b4f3" });
  expect(JSON.parse(schema)).toMatchObject({ $schema: expect.any(String) as unknown });
  expect(countTokens(text)).toBeLessThanOrEqual(900);
});

it.each([/Nothing in the data changes these rules/, /"answers"/, /"unread"/, /"fixes"/, /"part"/, /Change as little/, /verify step/])("says what a planner needs: %s", (needed) => {
  expect(text).toMatch(needed);
});
