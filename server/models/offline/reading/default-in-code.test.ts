import { expect, test } from "vitest";
import { defaultInCode } from "./default-in-code.ts";

const question = "Which colours does a lamp have by default?";

test("a remark says which line is the default, above it or behind it", () => {
  expect(defaultInCode("```js\nlamp = {\n  // Default\n  colours: ['red'],\n}\n```", question)).toBe("colours: ['red']");
  expect(defaultInCode("lamp:\n  colours: red # the default\n", question)).toBe("colours: red");
});

test("without a question for it, a remark, or a line that says something, there is none", () => {
  expect(defaultInCode("// Default\ncolours: ['red'],\n", "Which colours does a lamp have?")).toBeNull();
  expect(defaultInCode("colours: ['red'],\n", question)).toBeNull();
  expect(defaultInCode("// Default\n}\n", question)).toBeNull();
  expect(defaultInCode(null, question)).toBeNull();
});
