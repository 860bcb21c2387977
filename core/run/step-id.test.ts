import fc from "fast-check";
import { expect, test } from "vitest";
import { nodeIdOf, placeOfStep, stepIdOf } from "./step-id.ts";

test("a step's id leads back to its node, its container and its item, whatever the key holds", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), fc.string({ maxLength: 20 }), (outer, inner) => {
      const container = stepIdOf("inner", stepIdOf("outer"), outer);
      const step = stepIdOf("read", container, inner);
      expect(nodeIdOf(step)).toBe("read");
      expect(placeOfStep(step)?.parentStepId).toBe(container);
      expect(placeOfStep(container)?.parentStepId).toBe("outer");
      expect(nodeIdOf(container)).toBe("inner");
      expect(placeOfStep("outer")).toBeNull();
    }),
  );
});

test("different items have different ids", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), fc.string({ unit: "grapheme", maxLength: 300 }), (one, other) => {
      expect(stepIdOf("read", "each", one) === stepIdOf("read", "each", other)).toBe(one === other);
    }),
  );
});
