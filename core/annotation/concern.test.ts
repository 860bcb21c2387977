import { expect, test } from "vitest";
import { concernOf } from "./concern.ts";

const said = (byId: string | null, ...mentionIds: string[]) => ({ byId, mentionIds });
const concern = (remarks: ReturnType<typeof said>[], { isOwnPlan = false, isResolved = false } = {}) => concernOf({ isResolved, remarks }, { memberId: "me", isOwnPlan });

test("a thread concerns whom it calls upon, until they answer", () => {
  expect(concern([said("ada", "me")])).toBe("mention");
  expect(concern([said("ada", "me"), said("kai")])).toBe("mention");
  expect(concern([said("ada", "me"), said("me")])).toBe(null);
  expect(concern([said("ada", "me"), said("me"), said("ada")])).toBe("reply");
});

test("a thread concerns who began it, once others answer, and whose plan it is about", () => {
  expect(concern([said("me")])).toBe(null);
  expect(concern([said("me"), said(null)])).toBe("reply");
  expect(concern([said("ada")], { isOwnPlan: true })).toBe("own-plan");
  expect(concern([said("ada")])).toBe(null);
});

test("what is resolved concerns nobody", () => {
  expect(concern([said("ada", "me")], { isResolved: true, isOwnPlan: true })).toBe(null);
});
