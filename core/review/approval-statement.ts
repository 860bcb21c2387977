import { z } from "zod";
import { canonicalManifest, manifestSchema, type Manifest } from "./manifest.ts";

export const verdicts = ["approved", "rejected", "changes-requested"] as const;

export type DecisionVerdict = (typeof verdicts)[number];

/** in-toto's name for its Statement, version 1 (https://github.com/in-toto/attestation/blob/main/spec/v1/statement.md). */
const statementType = "https://in-toto.io/Statement/v1";

const predicateType = "https://countersign.dev/decision/v1";

/** The media type of an in-toto Statement inside a DSSE envelope. */
export const statementPayloadType = "application/vnd.in-toto+json";

export const approvalStatementSchema = z.strictObject({
  _type: z.literal(statementType),
  subject: z.tuple([z.strictObject({ name: z.string(), digest: z.strictObject({ sha256: z.string().regex(/^[0-9a-f]{64}$/) }) })]),
  predicateType: z.literal(predicateType),
  predicate: z.strictObject({
    verdict: z.enum(verdicts),
    reason: z.string(),
    /** Whether who decided also wrote what was decided on; envelopes of earlier versions don't say. */
    isByAuthor: z.boolean().optional(),
    decidedBy: z.strictObject({ id: z.string().nullable(), name: z.string() }),
    /** RFC 3339, in UTC. */
    decidedAt: z.iso.datetime(),
    manifest: manifestSchema,
  }),
});

/** What a person decided, in in-toto's words: the subject is the manifest by its digest. */
export type ApprovalStatement = z.infer<typeof approvalStatementSchema>;

/** Puts a decision into words that others' tools can read. */
export function approvalStatement(decision: {
  verdict: DecisionVerdict;
  reason: string;
  isByAuthor?: boolean;
  decidedBy: { id: string | null; name: string };
  decidedAt: Date;
  manifest: Manifest;
}): ApprovalStatement {
  const { verdict, reason, isByAuthor, decidedBy, decidedAt, manifest } = decision;
  return {
    _type: statementType,
    subject: [{ name: `workflow/${manifest.workflow.id}/revision/${manifest.workflow.revision}`, digest: { sha256: canonicalManifest(manifest).digest } }],
    predicateType,
    predicate: { verdict, reason, ...(isByAuthor === undefined ? {} : { isByAuthor }), decidedBy, decidedAt: decidedAt.toISOString(), manifest },
  };
}

/** Whether a statement's subject is the digest of the manifest it carries: a swapped manifest is not. */
export function isAboutItsManifest(statement: ApprovalStatement): boolean {
  return canonicalManifest(statement.predicate.manifest).digest === statement.subject[0].digest.sha256;
}
