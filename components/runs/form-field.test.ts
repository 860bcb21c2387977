import { expect, test } from "vitest";
import { formFields, formValue, missingFields } from "./form-field.ts";

test("a form asks for what must be answered first, and its values make what its schema asks for", () => {
  const fields = formFields({
    type: "object",
    required: ["version"],
    properties: {
      note: { type: "string", maxLength: 100 },
      tags: { type: "array", items: { type: "string" } },
      version: { title: "Version", oneOf: [{ const: "7", title: "Newer", description: "57 documents" }, { const: 6, title: "Older" }] },
    },
  });
  expect(fields.map(({ label, control }) => [label, control.type])).toEqual([["Version", "choice"], ["Note", "line"], ["Tags", "list"]]);
  expect(missingFields(fields, { note: "x" }).map(({ name }) => name)).toEqual(["version"]);
  expect(formValue(fields, { version: 6, note: undefined })).toEqual({ version: 6 });
});

test("an empty form asks for nothing, and a form for one value gives that value", () => {
  expect(formFields({})).toEqual([]);
  const fields = formFields({ type: "integer", minimum: 1 });
  expect(fields).toMatchObject([{ name: "", label: "Answer", control: { type: "number", isInteger: true, min: 1 } }]);
  expect(formValue(fields, { "": 4 })).toBe(4);
});
