import { expect, it } from "vitest";
import { preAuthenticationEncoding } from "./dsse-envelope.ts";

it("encodes the example of DSSE's own protocol document", () => {
  const encoded = preAuthenticationEncoding("http://example.com/HelloWorld", new TextEncoder().encode("hello world"));
  expect(new TextDecoder().decode(encoded)).toBe("DSSEv1 29 http://example.com/HelloWorld 11 hello world");
});

it("counts bytes, not characters", () => {
  const encoded = preAuthenticationEncoding("ü", new TextEncoder().encode("é"));
  expect(new TextDecoder().decode(encoded)).toBe("DSSEv1 2 ü 2 é");
});
