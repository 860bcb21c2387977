import { generateKeyPairSync } from "node:crypto";
import { describe, expect, it } from "vitest";
import { approvalStatement, statementPayloadType } from "../core/review/approval-statement.ts";
import { preAuthenticationEncoding } from "../core/review/dsse-envelope.ts";
import type { Manifest } from "../core/review/manifest.ts";
import { createSigningKey, signWith } from "../server/keys/signing-key.ts";
import { folderWith, runOnFilesAlone } from "../tests/setup/command.ts";

const secret = "a secret of at least thirty-two characters";
const key = createSigningKey(secret);
const other = createSigningKey(secret);

const manifest: Manifest = {
  format: "countersign/manifest@1",
  workflow: { id: "0198c0de-0000-7000-8000-000000000001", revision: 2 },
  definition: "a".repeat(64),
  overlay: null,
  brief: { version: 1, digest: "b".repeat(64) },
  arguments: null,
  models: { planner: "offline:offline" },
  tools: [],
  policy: null,
  findings: [],
  notRun: [],
  waivers: [],
  reach: "this-run",
};
const statement = approvalStatement({
  verdict: "approved",
  reason: "Looks right.\u001b[2J",
  decidedBy: { id: null, name: "Ada" },
  decidedAt: new Date("2026-11-22T10:00:00Z"),
  manifest,
});

function seal(content: unknown, { by = key, type = statementPayloadType } = {}) {
  const bytes = Buffer.from(typeof content === "string" ? content : JSON.stringify(content));
  return {
    payloadType: type,
    payload: bytes.toString("base64"),
    signatures: [{ keyid: by.id, sig: signWith(by, secret, preAuthenticationEncoding(type, bytes)) }],
  };
}

const verify = (envelope: unknown, pem = key.publicKey) =>
  runOnFilesAlone(["verify", "decision.json", "--key", "key.pem"], { folder: folderWith({ "decision.json": envelope, "key.pem": pem }) });

describe("countersign verify --key", () => {
  it("says who decided what on which digests, without services or a database", async () => {
    const { code, stdout, stderr } = await verify(seal(statement));
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout.split("\n")).toEqual([
      `Ada approved revision 2 of the workflow ${manifest.workflow.id} at 2026-11-22T10:00:00.000Z, signed by the key in key.pem.`,
      "reason      Looks right.\\u001b[2J",
      `manifest    ${statement.subject[0].digest.sha256}`,
      `definition  ${"a".repeat(64)}`,
      `brief       ${"b".repeat(64)}, version 1`,
      "",
    ]);
  });

  it("accepts one good signature among several, whatever they are said to be by", async () => {
    const good = seal(statement);
    const signatures = [...seal(statement, { by: other }).signatures, { ...good.signatures[0]!, keyid: "misleading" }];
    expect((await verify({ ...good, signatures })).code).toBe(0);
  });

  const changed = { ...statement, predicate: { ...statement.predicate, verdict: "rejected" as const } };
  const swapped = { ...statement, predicate: { ...statement.predicate, manifest: { ...manifest, definition: "c".repeat(64) } } };
  it.each([
    ["another key, even one that the file brings along", { ...seal(statement, { by: other }), publicKey: other.publicKey }, /is not signed by the key in key\.pem: don't rely on it/],
    ["a changed statement", { ...seal(statement), payload: Buffer.from(JSON.stringify(changed)).toString("base64") }, /is not signed by/],
    ["another manifest than the digest's", seal(swapped), /its digest is not that of the manifest it carries/],
    ["a statement of something else", seal({ _type: "https://in-toto.io/Statement/v1" }), /holds no decision that this version can read/],
    ["no statement at all", seal("\u0000"), /holds no decision that this version can read/],
    ["another type of content", seal(statement, { type: "text/plain" }), /holds "text\/plain", not application\/vnd\.in-toto\+json/],
    ["no envelope", { payload: 7 }, /has not the form of a DSSE envelope/],
    ["no signature", { ...seal(statement), signatures: [] }, /has not the form of a DSSE envelope/],
  ])("refuses %s in one sentence", async (_, envelope, sentence) => {
    const { code, stdout, stderr } = await verify(envelope);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toMatch(sentence);
    expect(stderr.trimEnd().split("\n")).toHaveLength(1);
  });

  it("refuses a key that can't be one", async () => {
    const rsa = generateKeyPairSync("rsa", { modulusLength: 2048 }).publicKey.export({ type: "spki", format: "pem" }).toString();
    expect((await verify(seal(statement), "no key")).stderr).toBe("key.pem holds no public key in PEM.\n");
    expect((await verify(seal(statement), rsa)).stderr).toBe("key.pem holds no Ed25519 key; decisions are signed with one.\n");
  });
});
