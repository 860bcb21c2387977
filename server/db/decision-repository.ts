import type { DecisionVerdict } from "../../core/review/approval-statement.ts";
import { dsseEnvelopeSchema, type DsseEnvelope } from "../../core/review/dsse-envelope.ts";
import { openedSchema, type Opened } from "../../core/review/opened.ts";
import { canonicalManifest, manifestSchema } from "../../core/review/manifest.ts";
import type { Database } from "./client.ts";

interface Row {
  id: string;
  verdict: string;
  reason: string;
  manifestDigest: string;
  manifestText: string;
  envelope: unknown;
  opened: unknown;
  decidedById: string | null;
  decidedByName: string;
  createdAt: Date;
  run: { id: string } | null;
  revision: { number: number; digest: string };
}

const manifestOf = (text: string) => manifestSchema.parse(JSON.parse(text));

function toRecord({ revision, envelope, verdict, manifestText, opened, run, ...row }: Row) {
  const manifest = manifestOf(manifestText);
  return {
    ...row,
    waivers: manifest.waivers,
    shownDigest: manifest.waivers.length === 0 ? row.manifestDigest : canonicalManifest({ ...manifest, waivers: [] }).digest,
    opened: opened === null ? null : openedSchema.parse(opened),
    hasRun: run !== null,
    verdict: verdict as DecisionVerdict,
    revisionNumber: revision.number,
    definitionDigest: revision.digest,
    envelope: dsseEnvelopeSchema.parse(envelope),
  };
}

const fields = {
  id: true,
  verdict: true,
  reason: true,
  manifestDigest: true,
  manifestText: true,
  envelope: true,
  opened: true,
  decidedById: true,
  decidedByName: true,
  createdAt: true,
  run: { select: { id: true } },
  revision: { select: { number: true, digest: true } },
} as const;

/** What people decided. */
export function decisionRepository(database: Database) {
  return {
    async create(decision: {
      revisionId: string;
      verdict: DecisionVerdict;
      reason: string;
      manifestText: string;
      manifestDigest: string;
      opened?: Opened | null;
      envelope: DsseEnvelope;
      decidedById: string | null;
      decidedByName: string;
      now: Date;
    }) {
      const { now, opened, ...data } = decision;
      const policyDigest = manifestOf(decision.manifestText).policy;
      return (await database.decision.create({ data: { ...data, ...(opened == null ? {} : { opened }), policyDigest, createdAt: now }, select: { id: true } })).id;
    },

    async find(id: string) {
      const row = await database.decision.findUnique({ where: { id }, select: fields });
      return row === null ? null : toRecord(row);
    },

    async findManifest(id: string) {
      const row = await database.decision.findUnique({ where: { id }, select: { manifestText: true } });
      return row === null ? null : manifestOf(row.manifestText);
    },

    async list(workflowId: string) {
      const rows = await database.decision.findMany({ where: { revision: { workflowId } }, select: fields, orderBy: [{ createdAt: "asc" }, { id: "asc" }] });
      return rows.map(toRecord);
    },
  };
}
