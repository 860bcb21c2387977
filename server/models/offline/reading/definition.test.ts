import { expect, it } from "vitest";
import { definitionCheck } from "./definition.ts";

const alone = (text: string) => ({ text, clause: text });
const sentence = (text: string) => ({ kind: "sentence" as const, title: "Water", headings: ["Water"], isFirst: false, text });

it.each([
  ["What are tide gates?", "Tide gates are doors that keep the sea out."],
  ["What is a tide gate?", "A tide gate (TG) lets the river out and keeps the sea in."],
  ["Explain tide gates", "Wooden Tide Gates are the oldest of their kind."],
  ["What does a sluice do?", "The `sluice` controls how much water comes in."],
  ["What is a sluiceGate?", "A sluiceGate is a door."],
  ["What is the difference between a lock and a sluice?", "A lock is a chamber with two gates."],
])("takes what tells what something is for the answer to %j", (question, text) => {
  expect(definitionCheck(alone(question))(sentence(text))).toBe(true);
});

it("takes a name with its description for one, in a list or a table", () => {
  expect(definitionCheck(alone("What is sluiceWidth?"))({ ...sentence(""), kind: "property", text: "sluiceWidth: Width in metres." })).toBe(true);
  expect(definitionCheck(alone("What is sluiceWidth?"))(sentence("sluiceWidth: Width in metres."))).toBe(false);
  expect(definitionCheck(alone("What is sluiceWidth?"))({ ...sentence(""), kind: "item", text: "sluiceWidth" })).toBe(false);
});

it.each([
  ["What are tide gates?", "Tide gates are opened twice a day."],
  ["What are tide gates?", "Tide gates are not needed here."],
  ["What is a tide?", "Tide streams are strong."],
  ["What are tide gates?", "Every harbour with tide gates is a safe one."],
  ["How do I open tide gates?", "Tide gates are doors that keep the sea out."],
  ["What is the width of a tide gate?", "A tide gate is a door that keeps the sea out."],
  ["What is the difference between a lock and a sluice in price?", "A lock is a chamber with two gates."],
  ["Is a lock cheaper than a sluice?", "A lock is a chamber with two gates."],
  ["What is the default tide gate?", "A tide gate is a door that keeps the sea out."],
])("takes what tells something else, or is asked otherwise, for none: %j, %j", (question, text) => {
  expect(definitionCheck(alone(question))(sentence(text))).toBe(false);
});

it("tells of one side of a comparison what that is", () => {
  const clause = "How does a lock differ from a sluice?";
  expect(definitionCheck({ text: "lock", clause })(sentence("A lock is a chamber with two gates."))).toBe(true);
  expect(definitionCheck({ text: "sluice", clause })(sentence("A lock is a chamber with two gates."))).toBe(false);
});

it("takes the first sentence of the page that has the name, where it tells what that does", () => {
  const asked = definitionCheck(alone("What is sluiceWidth?"));
  const first = { ...sentence("Returns the width in metres."), title: "sluiceWidth", headings: ["sluiceWidth()"], isFirst: true };
  expect(asked(first)).toBe(true);
  for (const other of [{ ...first, isFirst: false }, { ...first, title: "gateWidth()" }, { ...first, headings: ["sluiceWidth()", "Usage"] }, { ...first, text: "Old and wide." }]) expect(asked(other)).toBe(false);
});
