import type { Brief } from "../../core/brief/brief.ts";
import type { DecisionVerdict } from "../../core/review/approval-statement.ts";
import type { DsseEnvelope } from "../../core/review/dsse-envelope.ts";
import type { Present } from "../../core/review/presence.ts";
import type { Opened } from "../../core/review/opened.ts";
import type { DecisionFact } from "../../core/review/review-state.ts";
import type { Manifest } from "../../core/review/manifest.ts";
import type { Draft } from "../../core/workflow/draft.ts";
import type { Graph } from "../../core/workflow/graph.ts";
import type { PlanEntry } from "../../core/workflow/plan-entry.ts";
import type { WorkflowNews } from "../../core/workflow/workflow-news.ts";
import type { PlanStatus } from "../../core/workflow/plan-status.ts";

export interface BriefVersionRecord {
  id: string;
  briefId: string;
  number: number;
  content: Brief;
  digest: string;
}

/** A version in its brief's history, with what was made of it. */
interface BriefVersionListing extends BriefVersionRecord {
  createdAt: Date;
  /** Oldest first; every version has at least one. */
  workflows: { id: string; title: string; createdByName: string; createdAt: Date }[];
}

export interface BriefStore {
  /** @param briefId null begins a new brief, at version 1. */
  addVersion(version: { briefId: string | null; content: Brief; digest: string; createdById: string | null; now: Date }): Promise<BriefVersionRecord>;
  findVersion(id: string): Promise<BriefVersionRecord | null>;
  /** The newest version, which stays the newest until the transaction ends; null when there is no such brief. */
  holdNewest(briefId: string): Promise<BriefVersionRecord | null>;
  /** Newest first. */
  listVersions(briefId: string): Promise<BriefVersionListing[]>;
}

export interface WorkflowRecord {
  id: string;
  title: string;
  briefVersionId: string;
  createdById: string | null;
  createdByName: string;
  createdAt: Date;
  updatedAt: Date;
  /** The sample that it was made of at first start; null for what people asked for. */
  sampleId: string | null;
}

/** What a list of workflows shows of one. */
export interface WorkflowListing extends WorkflowRecord {
  question: string;
  planStatus: PlanStatus | null;
  newestRevision: number | null;
  newestDigest: string | null;
  /** Oldest first. */
  decisions: (Omit<DecisionFact, "isCurrent"> & { policyDigest: string | null })[];
  /** Who asked for it and who saved a revision, without names. */
  authorIds: (string | null)[];
}

export interface WorkflowStore {
  create(workflow: { title: string; briefVersionId: string; createdById: string | null; createdByName: string; sampleId?: string; now: Date }): Promise<WorkflowRecord>;
  /** The workflow that was made of a sample, also when it was removed. */
  findSample(sampleId: string): Promise<(WorkflowRecord & { removedAt: Date | null }) | null>;
  /** Keeps others from making samples until the transaction ends; false when somebody does already. */
  lockSamples(): Promise<boolean>;
  /** Takes it out of every list; false when somebody did before. */
  remove(id: string, now: Date): Promise<boolean>;
  find(id: string): Promise<WorkflowRecord | null>;
  /** Newest change first, below `before`; only those whose title or question holds `text`. */
  list(query: { before: Date | null; limit: number; text: string }): Promise<WorkflowListing[]>;
  /** Keeps others from saving or deciding until the transaction ends; false when there is no such workflow. */
  lock(id: string): Promise<boolean>;
  touch(id: string, title: string, now: Date): Promise<void>;
}

export interface WorkflowNewsStore {
  append(workflowId: string, news: WorkflowNews, at: Date): Promise<void>;
  /** Of the last entry; 0 before the first. */
  lastSequence(workflowId: string): Promise<number>;
}

export interface PresenceStore {
  /** Who has a workflow open, which nobody else changes until the transaction ends. */
  hold(workflowId: string): Promise<{ sequence: number; present: Present[] }>;
  /** @param isNews whether open pages are told. */
  put(workflowId: string, presence: { sequence: number; present: Present[] }, isNews: boolean): Promise<void>;
}

export interface PlanRecord {
  id: string;
  workflowId: string;
  status: PlanStatus;
  reason: string | null;
  createdAt: Date;
  endedAt: Date | null;
  /** A plan of its own, changes to one, or an opinion of one. */
  writes: "plan" | "proposal" | "critique";
}

/** Writings by a model: of plans, of proposals to change one, of opinions about one. */
export interface PlanStore {
  /** @param plan without an id gets one. */
  create(plan: { id?: string; workflowId: string; now: Date }): Promise<PlanRecord>;
  find(id: string): Promise<PlanRecord | null>;
  /** The newest plan; a proposal is none, nor is a critique. */
  findNewest(workflowId: string): Promise<PlanRecord | null>;
  listByStatus(statuses: readonly PlanStatus[]): Promise<PlanRecord[]>;
  /** False when the plan is in none of the expected statuses any more. */
  changeStatus(id: string, change: { from: readonly PlanStatus[]; to: PlanStatus; reason: string | null; endedAt: Date | null }): Promise<boolean>;
}

export interface PlanLogStore {
  /** @returns the sequence of the last entry. */
  append(planId: string, entries: readonly PlanEntry[], at: Date): Promise<number>;
  readAfter(planId: string, after: number, limit: number): Promise<{ sequence: number; entry: PlanEntry }[]>;
}

/** What lists show of a revision. */
export type RevisionListing = Omit<RevisionRecord, "graph" | "canonicalText" | "shape">;

export interface RevisionRecord {
  id: string;
  workflowId: string;
  number: number;
  graph: Graph;
  canonicalText: string;
  digest: string;
  /** As `shapeOfPlan` tells it; null of revisions that are older than that. */
  shape: string | null;
  createdById: string | null;
  createdByName: string;
  createdAt: Date;
}

export interface RevisionStore {
  create(revision: {
    workflowId: string;
    number: number;
    canonicalText: string;
    digest: string;
    shape?: string;
    layout: Graph["layout"];
    createdById: string | null;
    createdByName: string;
    now: Date;
  }): Promise<RevisionRecord>;
  find(workflowId: string, number: number): Promise<RevisionRecord | null>;
  findById(id: string): Promise<RevisionRecord | null>;
  findNewest(workflowId: string): Promise<RevisionRecord | null>;
  /** Oldest first, without their graphs. */
  list(workflowId: string): Promise<RevisionListing[]>;
  /** Moves nodes about; the digest knows nothing of it. */
  setLayout(id: string, layout: Graph["layout"]): Promise<void>;
}

export interface DraftRecord extends Draft {
  updatedAt: Date;
}

export interface DraftStore {
  find(workflowId: string, memberId: string): Promise<DraftRecord | null>;
  put(draft: Draft & { workflowId: string; memberId: string; now: Date }): Promise<void>;
  remove(workflowId: string, memberId: string): Promise<void>;
}

export interface DecisionRecord {
  id: string;
  revisionNumber: number;
  definitionDigest: string;
  verdict: DecisionVerdict;
  reason: string;
  manifestDigest: string;
  /** Of the manifest as it was put before the decider, who had waived nothing yet. */
  shownDigest: string;
  decidedById: string | null;
  /** Whether a run was started from it. */
  hasRun: boolean;
  /** What the decider had opened before; null where that is not known. */
  opened: Opened | null;
  /** Errors that were accepted with the approval. */
  waivers: Manifest["waivers"];
  envelope: DsseEnvelope;
  decidedByName: string;
  createdAt: Date;
}

export interface DecisionStore {
  create(decision: {
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
  }): Promise<string>;
  find(id: string): Promise<DecisionRecord | null>;
  /** What a decision was made on. */
  findManifest(id: string): Promise<Manifest | null>;
  /** Oldest first, of every revision. */
  list(workflowId: string): Promise<DecisionRecord[]>;
}

/** The public half of the installation's signing key, and a way to use the private one. */
export interface Signer {
  keyId: string;
  /** SPKI in PEM. */
  publicKey: string;
  /** @returns an Ed25519 signature, base64. */
  sign(bytes: Uint8Array): string;
}
