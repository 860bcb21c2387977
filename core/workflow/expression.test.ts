import fc from "fast-check";
import { expect, test } from "vitest";
import { evaluateExpression, expressionProblem } from "./expression.ts";
import type { JsonValue } from "./json-value.ts";

const inputs: JsonValue = { list: { items: [{ name: "a", n: 1, ok: true }, { name: "b", n: 2, ok: false }] }, share: 0.5 };
const valueOf = (source: string) => {
  const outcome = evaluateExpression(source, { inputs, item: { name: "x" }, index: 3 });
  return outcome.ok ? outcome.value : outcome.message;
};

test("values come from names, fields, lists and conditions", () => {
  expect(valueOf("inputs.list.items.filter(i, i.ok).map(i, i.name)")).toEqual(["a"]);
  expect(valueOf("size(inputs.list.items) > 1 && item.name == 'x'")).toBe(true);
  expect(valueOf("{'name': item.name, 'place': index + 1}")).toEqual({ name: "x", place: 4 });
  expect(valueOf("inputs.share * 2.0")).toBe(1);
  expect(valueOf("'a,b'.split(',')")).toEqual(["a", "b"]);
});

test("what can't be evaluated is said in a sentence and never thrown", () => {
  expect(valueOf("input.list")).toBe("Nothing here is called input; there is index, inputs, item.");
  expect(valueOf("inputs.nothing")).toBe("field not found: nothing");
  expect(valueOf("1 +")).toBe("At character 3: found + but expecting end of input");
  expect(valueOf(`${"(".repeat(1_990)}1${")".repeat(1_990)}`)).toBe("The expression is nested too deeply.");
  expect(valueOf("[1].map(a, [1].map(b, [1].map(c, [1].map(d, d))))")).toMatch(/^At most 3/);
  expect(valueOf("timestamp('2020-01-01T00:00:00Z')")).toBe("The result can't be written as JSON.");
  expect(valueOf("9007199254740991 * 2")).toBe("The result can't be written as JSON.");
});

test("names are checked without values, with those that a comprehension binds", () => {
  expect(expressionProblem("inputs.a.exists(x, x.y == item)", ["inputs", "item"])).toBeNull();
  expect(expressionProblem("inputs.a.exists(x, y)", ["inputs", "item"])).toMatch(/^Nothing here is called y/);
  expect(expressionProblem("has(inputs.a) && type(inputs.a) == string", ["inputs"])).toBeNull();
});

test("any JSON value that is named comes back as it is", () => {
  fc.assert(
    fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
      const given = JSON.parse(JSON.stringify(value));
      expect(evaluateExpression("item", { item: given })).toEqual({ ok: true, value: given });
    }),
  );
});

test("any text is an expression or told what is wrong with it", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: "grapheme", maxLength: 60 }), fc.stringMatching(/^[a-z0-9.()[\]{}+*?:&|!<>=', ]{0,40}$/)), (source) => {
      const outcome = evaluateExpression(source, { inputs });
      expect(outcome.ok || outcome.message.length > 0).toBe(true);
    }),
  );
});
