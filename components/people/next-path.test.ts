import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nextPath } from "./next-path.ts";

describe("nextPath", () => {
  it("keeps a path of this installation with its query", () => {
    expect(nextPath("/settings/audit-log?action=link-create")).toBe("/settings/audit-log?action=link-create");
  });

  it("leads to the inbox when nothing was asked for", () => {
    expect(nextPath(undefined)).toBe("/");
    expect(nextPath("")).toBe("/");
  });

  it("refuses every spelling of another site", () => {
    for (const next of ["https://evil.example", "//evil.example", "/\\evil.example", "\\\\evil.example", "/\t/evil.example", "javascript:alert(1)"]) {
      expect(nextPath(next)).toBe("/");
    }
  });

  it("always stays on the site, whatever comes", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webUrl(), fc.string().map((text) => `/${text}`)), (next) => {
        expect(new URL(nextPath(next), "http://here.test").origin).toBe("http://here.test");
      }),
    );
  });
});
