import type { MemberListing } from "../../core/access/member.ts";
import type { Role } from "../../core/access/role.ts";
import type { LinkPurpose, OpenLink } from "../../core/access/access-link.ts";
import type { ModelPlace } from "../../core/models/model-place.ts";
import type { AnnotationStore } from "./annotation-store.ts";
import type { ModelSettingsStore } from "./model-store.ts";
import type { PolicyStore } from "./policy-store.ts";
import type { CritiqueStore } from "./critique-store.ts";
import type { ProposalStore } from "./proposal-store.ts";
import type { BriefStore, DecisionStore, DraftStore, PlanLogStore, PlanStore, PresenceStore, RevisionStore, WorkflowNewsStore, WorkflowStore } from "./workflow-store.ts";
import type { RunReadingStore, RunSearchStore, RunSnapshotStore } from "./run-reading-store.ts";
import type { RunAuditStore, RunContentStore, RunLogStore, RunStore } from "./run-store.ts";
import type { CollectionStore, SourceNewsStore, SourceStore } from "./source-store.ts";
import type { AuditEntry, AuditFact } from "../../core/audit-log/audit-entry.ts";

/** A member as stored. */
export interface MemberRecord {
  id: string;
  name: string;
  email: string;
  role: Role;
  isActive: boolean;
}

interface MemberStore {
  find(id: string): Promise<MemberRecord | null>;
  findByEmail(email: string): Promise<MemberRecord | null>;
  list(): Promise<MemberListing[]>;
  /** Whether nobody has joined yet. */
  isEmpty(): Promise<boolean>;
  /** The ids of active admins, kept as they are until the transaction ends. */
  lockActiveAdmins(): Promise<string[]>;
  /** Null when the e-mail address is taken. */
  create(member: { name: string; email: string; role: Role; passwordHash: string; now: Date }): Promise<MemberRecord | null>;
  rename(id: string, name: string): Promise<void>;
  changeRole(id: string, role: Role): Promise<void>;
  /** @param deactivatedAt null to let the member in again. */
  setDeactivatedAt(id: string, deactivatedAt: Date | null): Promise<void>;
  setLastSeenAt(id: string, lastSeenAt: Date): Promise<void>;
  findPasswordHash(id: string): Promise<string | null>;
  setPasswordHash(id: string, passwordHash: string): Promise<void>;
}

/** A signed-in browser. */
interface SessionRecord {
  id: string;
  memberId: string;
  createdAt: Date;
  lastSeenAt: Date;
  userAgent: string | null;
  ipAddress: string | null;
}

interface SessionStore {
  listByMember(memberId: string, now: Date): Promise<SessionRecord[]>;
  find(id: string): Promise<SessionRecord | null>;
  /** False when it was over already. */
  end(id: string): Promise<boolean>;
  endAllOfMember(memberId: string, exceptId?: string): Promise<void>;
  forgetExpired(now: Date): Promise<void>;
}

export interface LinkRecord {
  id: string;
  purpose: LinkPurpose;
  role: Role | null;
  forId: string | null;
  forEmail: string | null;
  expiresAt: Date;
  usedAt: Date | null;
  revokedAt: Date | null;
}

interface LinkStore {
  create(link: {
    purpose: LinkPurpose;
    tokenDigest: string;
    role: Role | null;
    forId: string | null;
    createdById: string | null;
    createdAt: Date;
    expiresAt: Date;
  }): Promise<LinkRecord>;
  findByTokenDigest(tokenDigest: string): Promise<LinkRecord | null>;
  find(id: string): Promise<LinkRecord | null>;
  listOpen(now: Date): Promise<OpenLink[]>;
  /** Uses the link up; false when someone else did before, or it was revoked meanwhile. */
  use(id: string, now: Date): Promise<boolean>;
  /** False when there was nothing left to revoke. */
  revoke(id: string, now: Date): Promise<boolean>;
  /** Ends every open link of one purpose, for one member where `forId` is given. */
  revokeAll(purpose: LinkPurpose, forId: string | null, now: Date): Promise<void>;
}

/** What an admin chose to serve a role, or to take over in it. */
export interface ModelChoiceRecord {
  place: ModelPlace;
  /** As `provider:model`. */
  model: string;
  chosenByName: string;
  chosenAt: Date;
}

interface ModelChoiceStore {
  list(): Promise<ModelChoiceRecord[]>;
  /** Keeps others from choosing for this place until the transaction ends. */
  hold(place: ModelPlace): Promise<ModelChoiceRecord | null>;
  put(choice: ModelChoiceRecord): Promise<void>;
  remove(place: ModelPlace): Promise<void>;
}

interface AuditLogStore {
  /** Seals the fact into the chain; call it last, other writers wait for this transaction from here on. */
  append(fact: AuditFact, at: Date): Promise<AuditEntry>;
  /** Newest first, below `before`. */
  readBefore(query: AuditLogQuery): Promise<AuditEntry[]>;
  /** Oldest first, above `after`. */
  readAfter(after: number, limit: number): Promise<AuditEntry[]>;
  /** What the log's head says was the last entry, whether or not it is still there; 0 before the first. */
  lastSequence(): Promise<number>;
}

interface AuditLogQuery {
  before: number | null;
  limit: number;
  action: string | null;
  actorId: string | null;
}

/** Counts attempts at something guessable, whoever counts at the same time. */
interface AttemptStore {
  /** Counts one more in a window that began with the first. */
  count(key: string, window: { now: Date; windowMs: number }): Promise<{ attempts: number; windowEndsAt: Date }>;
  forget(key: string): Promise<void>;
  forgetExpired(now: Date): Promise<void>;
}

interface KeyStore {
  /** The key for one purpose; the first who asks stores theirs, and everybody gets that one. */
  findOrStore(purpose: string, create: () => StoredKey): Promise<StoredKey>;
}

interface StoredKey {
  id: string;
  publicKey: string;
  encryptedPrivate: string;
}

/** One store per noun. */
export interface Records {
  collections: CollectionStore;
  sources: SourceStore;
  sourceNews: SourceNewsStore;
  briefs: BriefStore;
  workflows: WorkflowStore;
  plans: PlanStore;
  planLog: PlanLogStore;
  proposals: ProposalStore;
  critiques: CritiqueStore;
  workflowNews: WorkflowNewsStore;
  presence: PresenceStore;
  revisions: RevisionStore;
  drafts: DraftStore;
  decisions: DecisionStore;
  annotations: AnnotationStore;
  runs: RunStore;
  runReading: RunReadingStore;
  runSearch: RunSearchStore;
  runSnapshots: RunSnapshotStore;
  runLog: RunLogStore;
  runContents: RunContentStore;
  runAudits: RunAuditStore;
  modelChoices: ModelChoiceStore;
  policies: PolicyStore;
  members: MemberStore;
  modelSettings: ModelSettingsStore;
  sessions: SessionStore;
  links: LinkStore;
  auditLog: AuditLogStore;
}

/** Where actions keep what they decide. */
export interface Store extends Records {
  /** Counted outside transactions: a refused attempt counts too. */
  attempts: AttemptStore;
  keys: KeyStore;
  /** Everything that `work` writes commits together or not at all. */
  transaction<T>(work: (records: Records) => Promise<T>): Promise<T>;
}
