import { utf8ToBytes } from "@noble/hashes/utils.js";
import { z } from "zod";

/** A DSSE envelope, version 1 (https://github.com/secure-systems-lab/dsse/blob/master/envelope.md). */
export const dsseEnvelopeSchema = z.object({
  payloadType: z.string(),
  /** Base64 of the payload's bytes. */
  payload: z.base64(),
  signatures: z.array(z.object({ keyid: z.string(), sig: z.base64() })).min(1),
});

export type DsseEnvelope = z.infer<typeof dsseEnvelopeSchema>;

/**
 * The bytes that DSSE signs, its Pre-Authentication Encoding: type and body with their lengths, so that neither can be
 * taken for the other (https://github.com/secure-systems-lab/dsse/blob/master/protocol.md).
 */
export function preAuthenticationEncoding(payloadType: string, payload: Uint8Array): Uint8Array {
  const head = utf8ToBytes(`DSSEv1 ${utf8ToBytes(payloadType).length} ${payloadType} ${payload.length} `);
  const bytes = new Uint8Array(head.length + payload.length);
  bytes.set(head);
  bytes.set(payload, head.length);
  return bytes;
}
