import { generateKeyPairSync, sign, verify } from "node:crypto";
import { expect, it } from "vitest";
import { statementPayloadType } from "./approval-statement.ts";
import { dsseEnvelopeSchema, preAuthenticationEncoding, type DsseEnvelope } from "./dsse-envelope.ts";

it("encodes the example of DSSE's own protocol document", () => {
  const encoded = preAuthenticationEncoding("http://example.com/HelloWorld", new TextEncoder().encode("hello world"));
  expect(new TextDecoder().decode(encoded)).toBe("DSSEv1 29 http://example.com/HelloWorld 11 hello world");
});

it("counts bytes, not characters", () => {
  const encoded = preAuthenticationEncoding("ü", new TextEncoder().encode("é"));
  expect(new TextDecoder().decode(encoded)).toBe("DSSEv1 2 ü 2 é");
});

it("is verified by public means after being written to a file and read again", () => {
  const { publicKey, privateKey } = generateKeyPairSync("ed25519");
  const payload = Buffer.from('{"_type":"https://in-toto.io/Statement/v1"}');
  const sig = sign(null, preAuthenticationEncoding(statementPayloadType, payload), privateKey).toString("base64");
  const envelope: DsseEnvelope = { payloadType: statementPayloadType, payload: payload.toString("base64"), signatures: [{ keyid: "k", sig }] };
  const read = dsseEnvelopeSchema.parse(JSON.parse(JSON.stringify(envelope)));
  const holds = (bytes: Uint8Array) =>
    verify(null, preAuthenticationEncoding(read.payloadType, bytes), publicKey, Buffer.from(read.signatures[0]?.sig ?? "", "base64"));
  expect(holds(Buffer.from(read.payload, "base64"))).toBe(true);
  expect(holds(Buffer.from("{}"))).toBe(false);
});
