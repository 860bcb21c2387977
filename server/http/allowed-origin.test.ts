import { describe, expect, it } from "vitest";
import { allowedAddresses, refuseForeign, type RequestFacts } from "./allowed-origin.ts";

const allowed = allowedAddresses(3000, "https://countersign.example.org");
const page: RequestFacts = { method: "GET", host: "localhost:3000", origin: undefined, hasCookie: true, isUpgrade: false };
const status = (facts: Partial<RequestFacts>) => refuseForeign({ ...page, ...facts }, allowed)?.status ?? 200;

describe("refuseForeign", () => {
  it.each(["127.0.0.1:3000", "LOCALHOST:3000", "[::1]:3000", "countersign.example.org"])("answers under %s", (host) => {
    expect(status({ host })).toBe(200);
  });

  it.each(["localhost", "localhost:3001", "evil.example", "countersign.example.org.evil.example", "", undefined])(
    "doesn't answer under %s",
    (host) => {
      expect(status({ host })).toBe(421);
    },
  );

  it("lets a page of ours change something, and no other", () => {
    expect(status({ method: "POST", origin: "http://localhost:3000" })).toBe(200);
    expect(status({ method: "POST", origin: "https://countersign.example.org" })).toBe(200);
    expect(status({ method: "POST", origin: "http://countersign.example.org" })).toBe(403);
    expect(status({ method: "DELETE", origin: "https://evil.example" })).toBe(403);
    expect(status({ method: "POST", origin: "null" })).toBe(403);
  });

  it("takes a missing Origin from programs without cookies only", () => {
    expect(status({ method: "POST", hasCookie: false })).toBe(200);
    expect(status({ method: "POST", hasCookie: true })).toBe(403);
  });

  it("treats an upgrade like a change, with an Origin always", () => {
    expect(status({ isUpgrade: true, origin: "http://localhost:3000" })).toBe(200);
    expect(status({ isUpgrade: true, hasCookie: false })).toBe(403);
  });
});
