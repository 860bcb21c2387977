import { expect, test } from "vitest";
import { formCount } from "./asked-form.ts";

const unit = { text: "A lamp burns.", exact: "A lamp burns.", headings: ["Lamps"], code: null };

test.each([
  ["Can I dim a lamp?", { text: "Dimming a lamp is not possible." }],
  ["What is the dimmer called now?", { text: "The dimmer was renamed to regulator." }],
  ["Which dimmer shall I use since version 4?", { headings: ["Breaking changes"] }],
  ["Where is the switch of a lamp?", { exact: "A lamp burns in `hall/switch`." }],
])("%s", (question, given) => {
  expect([formCount(question)({ ...unit, ...given }), formCount(question)(unit)]).toEqual([1, 0]);
});

test("each way of asking counts", () => {
  expect(formCount("Can I still dim a lamp?")({ ...unit, text: "Lamps can no longer be dimmed." })).toBe(2);
});

test("a question that asks in no such way looks for no such answer", () => {
  expect(formCount("How bright do lamps get?")({ ...unit, text: "It can no longer be dimmed." })).toBe(0);
});
