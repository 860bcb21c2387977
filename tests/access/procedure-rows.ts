import type { Caller } from "./caller.ts";
import { inhabitantOf, type SmallHouse } from "./small-house.ts";

/** What is expected of one procedure, written by hand and never derived from the router. */
export interface ProcedureRow {
  kind: "query" | "mutation" | "subscription";
  allowed: readonly Caller[];
  /** A real, valid input of this caller; left out where the procedure takes none. */
  input?: (house: SmallHouse, caller: Caller) => unknown;
  /** Fields that the answer of an allowed call has; for a subscription those of its first message's data. */
  answer: (house: SmallHouse, caller: Caller) => unknown;
  /** How many audit entries an allowed call writes. */
  auditEntries: number;
}

const everybody = ["anonymous", "viewer", "author", "reviewer", "admin"] as const;
const members = ["viewer", "author", "reviewer", "admin"] as const;
const authors = ["author", "reviewer", "admin"] as const;
const reviewers = ["reviewer", "admin"] as const;
const admins = ["admin"] as const;

const ok = () => ({ ok: true });
/** These are read by everybody, and what they say is tested beside them. */
const absentRun = "0198c0de-0000-7000-8000-000000000000";
/** An id that the caller gives to something new. */
const newId = (count: number) => `0198c0de-0000-7000-8000-00000000000${count}`;
const newPassword = "another long password";

/** A change of the reviewed workflow's newest revision. */
const renamedKettle = (house: SmallHouse) => ({
  workflowId: house.reviewed.workflowId,
  baseRevision: 1,
  batches: [[{ op: "node-update", id: "read", changes: [{ path: ["title"], value: "Watch the kettle" }] }]],
});

/** One row per procedure; the access test fails for a procedure without a row and for a row without a procedure. */
export const procedureRows: Record<string, ProcedureRow> = {
  "session.me": {
    kind: "query",
    allowed: everybody,
    answer: (house, caller) => ({ member: caller === "anonymous" ? null : { id: inhabitantOf(house, caller).id, role: caller } }),
    auditEntries: 0,
  },
  "session.signIn": {
    kind: "mutation",
    allowed: everybody,
    input: (house, caller) => ({ email: inhabitantOf(house, caller).email, password: inhabitantOf(house, caller).password }),
    answer: ok,
    auditEntries: 1,
  },
  "session.signOut": { kind: "mutation", allowed: members, answer: ok, auditEntries: 1 },

  "account.changeName": {
    kind: "mutation",
    allowed: members,
    input: () => ({ name: "Ada Lovelace" }),
    answer: ok,
    auditEntries: 1,
  },
  "account.changePassword": {
    kind: "mutation",
    allowed: members,
    input: (house, caller) => ({ currentPassword: inhabitantOf(house, caller).password, newPassword }),
    answer: ok,
    auditEntries: 1,
  },
  "account.sessions": { kind: "query", allowed: members, answer: () => [{}, {}], auditEntries: 0 },
  "account.endSession": {
    kind: "mutation",
    allowed: members,
    input: (house, caller) => ({ sessionId: inhabitantOf(house, caller).otherSessionId }),
    answer: ok,
    auditEntries: 1,
  },

  "members.list": { kind: "query", allowed: members, answer: () => Array.from({ length: 6 }, () => ({})), auditEntries: 0 },
  "members.changeRole": {
    kind: "mutation",
    allowed: admins,
    input: (house) => ({ memberId: house.guest.id, role: "reviewer" }),
    answer: ok,
    auditEntries: 1,
  },
  "members.deactivate": {
    kind: "mutation",
    allowed: admins,
    input: (house) => ({ memberId: house.guest.id }),
    answer: ok,
    auditEntries: 1,
  },
  "members.reactivate": {
    kind: "mutation",
    allowed: admins,
    input: (house) => ({ memberId: house.deactivatedId }),
    answer: ok,
    auditEntries: 1,
  },

  "links.list": {
    kind: "query",
    allowed: admins,
    answer: (house) => [{ id: house.openLinkId, purpose: "invitation", role: "author" }],
    auditEntries: 0,
  },
  "links.invite": { kind: "mutation", allowed: admins, input: () => ({ role: "viewer" }), answer: ok, auditEntries: 1 },
  "links.resetPassword": {
    kind: "mutation",
    allowed: admins,
    input: (house) => ({ memberId: house.guest.id }),
    answer: ok,
    auditEntries: 1,
  },
  "links.revoke": {
    kind: "mutation",
    allowed: admins,
    input: (house) => ({ linkId: house.openLinkId }),
    answer: ok,
    auditEntries: 1,
  },
  "links.describe": {
    kind: "query",
    allowed: everybody,
    input: (house) => ({ token: house.invitationToken }),
    answer: () => ({ ok: true, purpose: "invitation", role: "author" }),
    auditEntries: 0,
  },
  "links.redeem": {
    kind: "mutation",
    allowed: everybody,
    input: (house) => ({ token: house.invitationToken, name: "Grace", email: "grace@example.org", password: newPassword }),
    answer: ok,
    auditEntries: 1,
  },

  "audit.list": { kind: "query", allowed: admins, input: () => ({ limit: 3 }), answer: () => ({ entries: [{}, {}, {}] }), auditEntries: 0 },
  "audit.verifyChain": { kind: "query", allowed: admins, answer: ok, auditEntries: 0 },

  "sources.collections": {
    kind: "query",
    allowed: members,
    answer: (house) => [{ id: house.collectionId, name: "Household", origin: "upload", documentCount: 1, expected: null }],
    auditEntries: 0,
  },
  "sources.list": {
    kind: "query",
    allowed: members,
    input: (house) => ({ collectionId: house.collectionId }),
    answer: (house) => ({ documents: [{ id: house.sourceId, path: "kettle.md", title: "Kettle" }], nextCursor: null }),
    auditEntries: 0,
  },
  "sources.get": {
    kind: "query",
    allowed: members,
    input: (house) => ({ sourceId: house.sourceId }),
    answer: (house) => ({ id: house.sourceId, text: "# Kettle\n\nThe kettle whistles.", collection: { name: "Household" } }),
    auditEntries: 0,
  },
  "sources.search": {
    kind: "query",
    allowed: members,
    input: () => ({ query: "whistling" }),
    answer: (house) => [{ sourceId: house.sourceId, collection: "Household", heading: "Kettle" }],
    auditEntries: 0,
  },
  "sources.createCollection": { kind: "mutation", allowed: authors, input: () => ({ name: "Garden" }), answer: ok, auditEntries: 1 },
  "sources.upload": {
    kind: "mutation",
    allowed: authors,
    input: (house) => ({ collectionId: house.collectionId, path: "pan.md", text: "# Pan" }),
    answer: () => ({ ok: true, isUnchanged: false }),
    auditEntries: 1,
  },

  "models.settings": { kind: "query", allowed: admins, answer: () => ({ providers: [], facts: [] }), auditEntries: 0 },
  "models.setProvider": {
    kind: "mutation",
    allowed: admins,
    input: () => ({ name: "own", protocol: "openai-compatible", baseUrl: "http://127.0.0.1:11434/v1", apiKey: { set: null } }),
    answer: ok,
    auditEntries: 1,
  },
  "models.removeProvider": { kind: "mutation", allowed: admins, input: () => ({ name: "nobody" }), answer: () => ({ ok: false, reason: "not-found" }), auditEntries: 0 },
  "models.setFact": { kind: "mutation", allowed: admins, input: () => ({ model: "own:small", contextTokens: 8_000, price: null }), answer: ok, auditEntries: 1 },
  "models.removeFact": { kind: "mutation", allowed: admins, input: () => ({ model: "nobody:small" }), answer: () => ({ ok: false, reason: "not-found" }), auditEntries: 0 },
  "models.test": { kind: "mutation", allowed: admins, input: () => ({ model: "nobody:small" }), answer: () => ({ failure: { code: "not-configured" } }), auditEntries: 0 },
  "sources.newsEnd": { kind: "query", allowed: members, answer: () => ({ sequence: 2 }), auditEntries: 0 },
  "sources.remove": { kind: "mutation", allowed: authors, input: (house) => ({ sourceId: house.sourceId }), answer: ok, auditEntries: 1 },
  "sources.removeCollection": { kind: "mutation", allowed: authors, input: (house) => ({ collectionId: house.collectionId }), answer: ok, auditEntries: 1 },

  "models.list": { kind: "query", allowed: members, answer: () => ["planner", "worker", "verifier", "synthesizer", "critic"].map((role) => ({ role, isOffline: true })), auditEntries: 0 },

  "models.available": { kind: "query", allowed: members, answer: () => [{ model: "offline:templates", isOffline: true }], auditEntries: 0 },
  "models.choose": { kind: "mutation", allowed: admins, input: () => ({ place: "planner", model: "offline:templates" }), answer: ok, auditEntries: 1 },

  "policy.get": { kind: "query", allowed: members, answer: () => ({ number: 0, versions: [] }), auditEntries: 0 },
  "policy.change": { kind: "mutation", allowed: admins, input: () => ({ base: 0, content: { checkpoints: { beforeReport: true } } }), answer: () => ({ ok: true, number: 1 }), auditEntries: 1 },

  "workflows.create": { kind: "mutation", allowed: authors, input: () => ({ brief: { question: "Who descales it?" } }), answer: ok, auditEntries: 1 },
  "workflows.briefVersions": {
    kind: "query",
    allowed: members,
    input: (house) => ({ briefId: house.reviewed.briefId }),
    answer: (house) => [{ number: 1, workflows: [{ id: house.reviewed.workflowId }] }],
    auditEntries: 0,
  },
  "workflows.list": { kind: "query", allowed: members, input: () => ({ limit: 3 }), answer: () => [{}, {}, {}], auditEntries: 0 },
  "workflows.get": {
    kind: "query",
    allowed: members,
    input: (house) => ({ workflowId: house.reviewed.workflowId }),
    answer: (house) => ({ workflow: { id: house.reviewed.workflowId }, revision: { number: 1 }, state: "rejected" }),
    auditEntries: 0,
  },
  "workflows.planSoFar": {
    kind: "query",
    allowed: members,
    input: (house) => ({ planId: house.reviewed.planId }),
    answer: () => ({ status: "finished", graph: { nodes: [{ id: "read" }, { id: "verify" }, { id: "report" }] } }),
    auditEntries: 0,
  },
  "workflows.cancelPlan": { kind: "mutation", allowed: authors, input: (house) => ({ planId: house.planIds.writing }), answer: ok, auditEntries: 1 },
  "workflows.resumePlan": { kind: "mutation", allowed: authors, input: (house) => ({ planId: house.planIds.canceled }), answer: ok, auditEntries: 1 },
  "workflows.keepPlan": { kind: "mutation", allowed: authors, input: (house) => ({ planId: house.planIds.canceled }), answer: ok, auditEntries: 1 },
  "workflows.saveDraft": { kind: "mutation", allowed: authors, input: renamedKettle, answer: ok, auditEntries: 0 },
  "workflows.save": { kind: "mutation", allowed: authors, input: renamedKettle, answer: () => ({ ok: true, number: 2 }), auditEntries: 1 },
  "workflows.here": {
    kind: "mutation",
    allowed: members,
    input: (house) => ({ workflowId: house.reviewed.workflowId, tabId: "01900000-0000-4000-8000-000000000001", nodeId: "read" }),
    answer: () => ({ ok: true, present: [{ nodeId: "read" }] }),
    auditEntries: 0,
  },
  "workflows.revision": {
    kind: "query",
    allowed: members,
    input: (house) => ({ workflowId: house.reviewed.workflowId, number: 1 }),
    answer: () => ({ number: 1, graph: { nodes: [{ id: "read" }, { id: "report" }, { id: "verify" }] } }),
    auditEntries: 0,
  },
  "workflows.restore": {
    kind: "mutation",
    allowed: authors,
    input: (house) => ({ workflowId: house.reviewed.workflowId, number: 1, baseRevision: 1 }),
    answer: () => ({ ok: true, number: 1 }),
    auditEntries: 1,
  },
  "workflows.decide": {
    kind: "mutation",
    allowed: reviewers,
    input: ({ reviewed: { workflowId, manifestDigest } }) => ({ workflowId, manifestDigest, verdict: "changes-requested", reason: "Let it cool." }),
    answer: ok,
    auditEntries: 1,
  },
  "workflows.envelope": {
    kind: "query",
    allowed: members,
    input: (house) => ({ decisionId: house.reviewed.decisionId }),
    answer: () => ({ payloadType: "application/vnd.in-toto+json" }),
    auditEntries: 0,
  },
  "workflows.publicKey": { kind: "query", allowed: members, answer: () => ({}), auditEntries: 0 },
  "workflows.examples": { kind: "query", allowed: members, answer: () => [{ id: "crash-safe-agents" }, {}, {}], auditEntries: 0 },

  "runs.list": { kind: "query", allowed: members, input: () => ({ limit: 2 }), answer: () => ({ runs: [{}, {}], total: 3 }), auditEntries: 0 },
  "runs.inNeed": { kind: "query", allowed: members, answer: () => ({ waiting: [{}, {}] }), auditEntries: 0 },
  "runs.get": {
    kind: "query",
    allowed: members,
    input: ({ runIds }) => ({ runId: runIds.failed }),
    answer: ({ runIds }) => ({ run: { id: runIds.failed, status: "failed" }, title: "Crash survival" }),
    auditEntries: 0,
  },
  "runs.events": { kind: "query", allowed: members, input: ({ runIds }) => ({ runId: runIds.waiting, after: 0, limit: 2 }), answer: () => [{ sequence: 1 }, { sequence: 2 }], auditEntries: 0 },
  "runs.stepEvents": { kind: "query", allowed: members, input: ({ runIds }) => ({ runId: runIds.waiting, stepId: "confirm" }), answer: () => ({ entries: [{}, {}], omitted: 0 }), auditEntries: 0 },
  "runs.content": { kind: "query", allowed: members, input: ({ runIds }) => ({ runId: runIds.waiting, digest: "0".repeat(64) }), answer: () => null, auditEntries: 0 },
  "runs.pause": { kind: "mutation", allowed: authors, input: ({ runIds }) => ({ runId: runIds.waiting }), answer: ok, auditEntries: 1 },
  "runs.continue": { kind: "mutation", allowed: authors, input: ({ runIds }) => ({ runId: runIds.paused }), answer: ok, auditEntries: 1 },
  "runs.cancel": { kind: "mutation", allowed: authors, input: ({ runIds }) => ({ runId: runIds.waiting, reason: "" }), answer: ok, auditEntries: 1 },
  "runs.acknowledge": { kind: "mutation", allowed: authors, input: ({ runIds }) => ({ runId: runIds.failed }), answer: ok, auditEntries: 1 },
  "runs.retryStep": { kind: "mutation", allowed: authors, input: ({ runIds }) => ({ runId: runIds.failed, stepId: "contrary", reason: "" }), answer: ok, auditEntries: 1 },
  "runs.answer": {
    kind: "mutation",
    allowed: reviewers,
    input: ({ runIds }) => ({ runId: runIds.waiting, waitId: "confirm-1", action: "approve", value: { version: "7" }, reason: "" }),
    answer: ok,
    auditEntries: 1,
  },
  "runs.start": {
    kind: "mutation",
    allowed: authors,
    input: ({ approved: { workflowId, decisionId } }) => ({ workflowId, decisionId }),
    answer: ok,
    auditEntries: 1,
  },

  "samples.list": { kind: "query", allowed: members, answer: () => [], auditEntries: 0 },
  "samples.remove": { kind: "mutation", allowed: authors, input: () => ({ sampleId: "gap" }), answer: () => ({ ok: false, reason: "not-found" }), auditEntries: 0 },
  "annotations.list": {
    kind: "query",
    allowed: members,
    input: (house) => ({ workflowId: house.reviewed.workflowId }),
    answer: (house) => [{ id: house.annotationId, target: { type: "node", id: "read" }, targetName: "Read", remarks: [{ text: "Why here?" }] }],
    auditEntries: 0,
  },
  "annotations.mine": { kind: "query", allowed: members, answer: () => [], auditEntries: 0 },
  "annotations.add": {
    kind: "mutation",
    allowed: authors,
    input: (house) => ({ workflowId: house.reviewed.workflowId, annotationId: newId(1), revision: 1, target: { type: "plan" }, text: "Two kettles?" }),
    answer: ok,
    auditEntries: 1,
  },
  "annotations.answer": { kind: "mutation", allowed: authors, input: (house) => ({ annotationId: house.annotationId, remarkId: newId(2), text: "Because it whistles." }), answer: ok, auditEntries: 1 },
  "annotations.change": { kind: "mutation", allowed: authors, input: (house) => ({ annotationId: house.annotationId, remarkId: house.annotationId, text: null }), answer: () => ({ ok: false, reason: "not-yours" }), auditEntries: 0 },
  "annotations.resolve": { kind: "mutation", allowed: authors, input: (house) => ({ annotationId: house.annotationId, isResolved: true }), answer: ok, auditEntries: 1 },
  "proposals.list": { kind: "query", allowed: members, input: (house) => ({ workflowId: house.reviewed.workflowId }), answer: () => [], auditEntries: 0 },
  "proposals.read": { kind: "query", allowed: members, input: () => ({ proposalId: newId(3) }), answer: () => null, auditEntries: 0 },
  "proposals.ask": {
    kind: "mutation",
    allowed: authors,
    input: (house) => ({ proposalId: newId(4), workflowId: house.reviewed.workflowId, revision: 1, batches: [], nodeIds: [], wish: "Say it shorter." }),
    answer: ok,
    auditEntries: 1,
  },
  "proposals.rule": { kind: "mutation", allowed: authors, input: () => ({ proposalId: newId(3), numbers: [1], said: "accepted" }), answer: () => ({ ok: false, reason: "not-found" }), auditEntries: 0 },
  "critiques.read": { kind: "query", allowed: members, input: () => ({ revisionId: newId(3) }), answer: () => null, auditEntries: 0 },
  "critiques.ask": { kind: "mutation", allowed: authors, input: (house) => ({ workflowId: house.reviewed.workflowId, critiqueId: newId(5), revision: 1 }), answer: ok, auditEntries: 1 },
  "evidence.get": { kind: "query", allowed: members, input: () => ({ runId: absentRun }), answer: () => null, auditEntries: 0 },
  "evidence.download": { kind: "query", allowed: members, input: () => ({ runId: absentRun, form: "html" }), answer: () => null, auditEntries: 0 },
  "evidence.auditAgain": { kind: "mutation", allowed: authors, input: () => ({ runId: absentRun }), answer: () => ({ ok: false, reason: "not-found" }), auditEntries: 0 },

  "live.entries": {
    kind: "subscription",
    allowed: members,
    input: () => ({ topics: { audit: null } }),
    answer: (_house, caller) => ({ kind: "opened", refused: caller === "admin" ? [] : ["audit"] }),
    auditEntries: 0,
  },
};
