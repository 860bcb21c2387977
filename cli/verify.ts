import { createPublicKey, verify as verifySignature, type KeyObject } from "node:crypto";
import { approvalStatementSchema, isAboutItsManifest, statementPayloadType, type ApprovalStatement } from "../core/review/approval-statement.ts";
import { dsseEnvelopeSchema, preAuthenticationEncoding, type DsseEnvelope } from "../core/review/dsse-envelope.ts";
import { readArguments } from "./arguments.ts";
import { printable } from "./printable.ts";
import { readJsonFile, readTextFile } from "./read-json-file.ts";
import { CommandRefusal } from "./refusal.ts";

const usage = "countersign verify FILE [--key FILE]";

/**
 * Checks a decision that was downloaded as a DSSE envelope: signed by this installation's key or the one given, never
 * by one that the file itself names, and about the manifest that it carries.
 * @throws CommandRefusal for whatever isn't so.
 */
export async function verify(args: string[]): Promise<number> {
  const { values, positionals } = readArguments(args, { key: { type: "string" } }, usage);
  const [file, ...others] = positionals;
  if (file === undefined || others.length > 0) throw new CommandRefusal(`Name one file: ${usage}`);
  const envelope = dsseEnvelopeSchema.safeParse(await readJsonFile(file));
  if (!envelope.success) throw new CommandRefusal(`${file} is no signed decision: it has not the form of a DSSE envelope.`);
  if (envelope.data.payloadType !== statementPayloadType) {
    throw new CommandRefusal(`${file} is no signed decision: it holds "${printable(envelope.data.payloadType)}", not ${statementPayloadType}.`);
  }
  const key = values.key === undefined ? await installationKey() : await keyFromFile(values.key);
  const payload = Buffer.from(envelope.data.payload, "base64");
  if (!isSigned(envelope.data, payload, key.key)) throw new CommandRefusal(`${file} is not signed by ${key.name}: don't rely on it.`);
  const statement = readStatement(payload);
  if (statement === null) throw new CommandRefusal(`${file} is signed by ${key.name}, but holds no decision that this version can read.`);
  if (!isAboutItsManifest(statement)) {
    throw new CommandRefusal(`${file} is signed by ${key.name}, but its digest is not that of the manifest it carries: don't rely on it.`);
  }
  process.stdout.write(`${describe(statement, key.name).join("\n")}\n`);
  return 0;
}

interface NamedKey {
  key: KeyObject;
  /** As it stands in a sentence. */
  name: string;
}

async function keyFromFile(path: string): Promise<NamedKey> {
  const pem = await readTextFile(path);
  try {
    const key = createPublicKey(pem);
    if (key.asymmetricKeyType === "ed25519") return { key, name: `the key in ${path}` };
  } catch (error) {
    throw new CommandRefusal(`${path} holds no public key in PEM.`, { cause: error });
  }
  throw new CommandRefusal(`${path} holds no Ed25519 key; decisions are signed with one.`);
}

/** Services are loaded only here: with a key given, no database is needed. */
async function installationKey(): Promise<NamedKey> {
  const { withReadyServices } = await import("./with-services.ts");
  const { publicKey } = await withReadyServices((services) => services.publicKey());
  return { key: createPublicKey(publicKey), name: "this installation's key" };
}

/** DSSE says to try the key on every signature: the id beside one is a hint and proves nothing. */
function isSigned({ payloadType, signatures }: DsseEnvelope, payload: Uint8Array, key: KeyObject): boolean {
  const bytes = preAuthenticationEncoding(payloadType, payload);
  return signatures.some(({ sig }) => verifySignature(null, bytes, key, Buffer.from(sig, "base64")));
}

function readStatement(payload: Uint8Array): ApprovalStatement | null {
  try {
    const parsed = approvalStatementSchema.safeParse(JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(payload)));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

const wordsByVerdict = { approved: "approved", rejected: "rejected", "changes-requested": "requested changes to" } as const;

function describe({ subject: [{ digest }], predicate }: ApprovalStatement, keyName: string): string[] {
  const { verdict, reason, decidedBy, decidedAt, manifest } = predicate;
  return [
    `${printable(decidedBy.name)} ${wordsByVerdict[verdict]} revision ${manifest.workflow.revision} of the workflow ${printable(manifest.workflow.id)} at ${decidedAt}, signed by ${keyName}.`,
    ...(reason.trim() === "" ? [] : [`reason      ${printable(reason)}`]),
    `manifest    ${digest.sha256}`,
    `definition  ${manifest.definition}`,
    `brief       ${manifest.brief.digest}, version ${manifest.brief.version}`,
  ];
}
