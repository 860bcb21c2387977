import { expect, it } from "vitest";
import { shortFormsIn, spelledOut } from "./short-forms.ts";

it("learns what a short form stands for where a text introduces it", () => {
  const forms = shortFormsIn(["A lamp with a Light Emitting Diode (LED) lasts.", "Use Organic Panels (OLP), not (YET)."]);
  expect(forms.get("led")).toEqual(["light", "emit", "diod"]);
  expect(forms.get("olp")).toEqual(["organic", "panel"].map((word) => expect.stringContaining(word)));
  expect(forms.has("yet")).toBe(false);
});

it("spells short forms out beside themselves", () => {
  expect([...spelledOut(["led", "lamp"], new Map([["led", ["light"]]]))]).toEqual(["led", "lamp", "light"]);
});
