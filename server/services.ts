import { randomBytes, randomUUID } from "node:crypto";
import type { PlanStatus } from "../core/workflow/plan-status.ts";
import { cancelPlan, finishPlan, keepPlan, resumePlan } from "./actions/end-plan.ts";
import { changePassword } from "./actions/change-password.ts";
import { changeRole } from "./actions/change-role.ts";
import { checkAuditChain } from "./actions/check-audit-chain.ts";
import { describeSource } from "./actions/describe-source.ts";
import { removeCollection, removeSource } from "./actions/remove-source.ts";
import { createWorkflow } from "./actions/create-workflow.ts";
import { decideRevision } from "./actions/decide-revision.ts";
import { describeWorkflow, listWorkflows } from "./actions/describe-workflow.ts";
import { chooseModel, listModels } from "./actions/choose-model.ts";
import { createCollection } from "./actions/create-collection.ts";
import { createResetLink } from "./actions/create-reset-link.ts";
import { endSession } from "./actions/end-session.ts";
import { ensureFirstAdminLink } from "./actions/ensure-first-admin-link.ts";
import { describeLink } from "./actions/find-link.ts";
import { exampleBriefs } from "./actions/example-briefs.ts";
import { indexCollections } from "./actions/index-collections.ts";
import { inviteMember } from "./actions/invite-member.ts";
import type { Ports } from "./actions/ports.ts";
import { pruneExpired } from "./actions/prune-expired.ts";
import { readPlan } from "./actions/read-plan.ts";
import { recordSessionStart } from "./actions/record-session-start.ts";
import { redeemLink } from "./actions/redeem-link.ts";
import { renameMember } from "./actions/rename-member.ts";
import { revokeLink } from "./actions/revoke-link.ts";
import { interruptPlan, runPlan } from "./actions/run-plan.ts";
import { saveDraft, saveRevision } from "./actions/save-revision.ts";
import { searchSources } from "./actions/search-sources.ts";
import { setMemberActive } from "./actions/set-member-active.ts";
import { signIn } from "./actions/sign-in.ts";
import type { Store } from "./actions/store.ts";
import { uploadSource } from "./actions/upload-source.ts";
import { createAuthentication } from "./auth/authentication.ts";
import { createPrisma } from "./db/client.ts";
import { lastLogSequences, readLogAfter } from "./db/log-repository.ts";
import { migrate } from "./db/migrate.ts";
import { createStore } from "./db/store.ts";
import { createSigningKey, signWith } from "./keys/signing-key.ts";
import { holdWorkerLock, livingWorkers } from "./db/worker-lock.ts";
import type { PlanQueue } from "./engine/plan-queue.ts";
import { readEnvironment, type Environment } from "./env.ts";
import { createModelRegistry } from "./models/model-registry.ts";
import type { SearchSources } from "./planner/search-tool.ts";
import { LogHub } from "./live/log-hub.ts";
import { listenToLog } from "./live/log-listener.ts";
import { installedDocumentation } from "./sources/installed-documentation.ts";
import { createToolRegistry } from "./tools/tool-registry.ts";

/** The parts of the environment that the rooms need; without more, the offline model serves at once. */
export type ServiceSettings = Pick<Environment, "databaseUrl" | "secret" | "publicOrigin" | "port"> & Partial<Pick<Environment, "models" | "offlinePaceMs">>;

/** Joins rooms and actions for one process; nothing connects before it is used. */
export function createServices(settings: ServiceSettings) {
  const { databaseUrl, secret, publicOrigin, port } = settings;
  const prisma = createPrisma(databaseUrl);
  const store: Store = createStore(prisma);
  const now = () => new Date();

  const authentication = createAuthentication({
    database: prisma,
    secret,
    origin: publicOrigin ?? `http://127.0.0.1:${port}`,
    events: {
      mayStartSession: async (memberId) => (await store.members.find(memberId))?.isActive ?? false,
      sessionStarted: (session) => recordSessionStart({ store, now }, session),
      sessionUsed: (memberId) => store.members.setLastSeenAt(memberId, now()),
    },
  });

  const signer = async () => {
    const key = await store.keys.findOrStore("decisions", () => createSigningKey(secret));
    return { keyId: key.id, publicKey: key.publicKey, sign: (bytes: Uint8Array) => signWith(key, secret, bytes) };
  };

  const models = createModelRegistry({ environment: settings.models ?? {}, paceMs: settings.offlinePaceMs ?? 0 });
  let planQueue: Promise<PlanQueue> | undefined;
  // DBOS and the AI SDK take a second to load: only who plans pays for them.
  const openPlanQueue = () => (planQueue ??= import("./engine/plan-queue.ts").then(({ createPlanQueue }) => createPlanQueue(databaseUrl)));

  const tools = createToolRegistry({
    search: (query) => searchSources({ store }, query),
    findSource: store.sources.find,
  });

  const ports: Ports = {
    store,
    now,
    newToken: () => randomBytes(32).toString("base64url"),
    passwords: { hash: authentication.hashPassword, verify: authentication.verifyPassword },
    authentication,
    signer,
    tools,
    models: {
      available: models.available,
      environment: settings.models ?? {},
      resolved: async () => Object.fromEntries((await listModels(ports)).map(({ role, model }) => [role, model])),
      prices: async () => models.priceOf,
    },
    planning: { enqueue: async (planId) => (await openPlanQueue()).enqueue(planId) },
    planner: {
      async write(run) {
        const { writePlan } = await import("./planner/write-plan.ts");
        const search: SearchSources = ({ query, collections, limit }) => searchSources({ store }, { query, collections: [...collections], limit });
        return writePlan({ ...run, model: models.languageModel("planner"), search });
      },
    },
  };

  const startPlanning = async () => {
    const { startPlanWorker } = await import("./engine/plan-worker.ts");
    const workerId = `worker-${randomUUID()}`;
    const lock = await holdWorkerLock(databaseUrl, workerId);
    const worker = await startPlanWorker(databaseUrl, {
      workerId,
      write: (planId, signal) => runPlan(ports, planId, signal),
      open: async () => {
        const plans = await store.plans.listByStatus(["pending", "writing"]);
        const idsOf = (status: PlanStatus) => plans.filter((plan) => plan.status === status).map(({ id }) => id);
        return { pending: idsOf("pending"), writing: idsOf("writing") };
      },
      enqueue: ports.planning.enqueue,
      interrupt: (planId, why) => interruptPlan(ports, planId, why),
      living: (workerIds) => livingWorkers(prisma, workerIds),
    });
    return {
      async close() {
        await worker.close();
        await lock.release();
      },
    };
  };

  const live = new LogHub({
    reader: {
      readAfter: (positions, limit) => readLogAfter(prisma, positions, limit),
      lastSequences: (topics) => lastLogSequences(prisma, topics),
    },
    listen: (events) => listenToLog(databaseUrl, events),
    onFault: (cause) => console.error("The live channel recovers from:", cause),
  });

  const bind =
    <Rest extends unknown[], Outcome>(action: (ports: Ports, ...rest: Rest) => Outcome) =>
    (...rest: Rest): Outcome =>
      action(ports, ...rest);

  return {
    cancelPlan: bind(cancelPlan),
    changePassword: bind(changePassword),
    changeRole: bind(changeRole),
    checkAuditChain: bind(checkAuditChain),
    chooseModel: bind(chooseModel),
    createCollection: bind(createCollection),
    createResetLink: bind(createResetLink),
    createWorkflow: bind(createWorkflow),
    decideRevision: bind(decideRevision),
    describeSource: bind(describeSource),
    describeWorkflow: bind(describeWorkflow),
    currentSession: authentication.currentSession,
    describeLink: bind(describeLink),
    endSession: bind(endSession),
    ensureFirstAdminLink: bind(ensureFirstAdminLink),
    findEnvelope: async (decisionId: string) => (await store.decisions.find(decisionId))?.envelope ?? null,
    finishPlan: bind(finishPlan),
    forgetCookies: authentication.forgetCookies,
    /** Takes in the documentation of installed packages, as far as that isn't done. */
    indexCollections: (checkout: string, signal: AbortSignal) =>
      indexCollections({ store, now, documentation: { packages: () => installedDocumentation(checkout) } }, signal),
    inviteMember: bind(inviteMember),
    keepPlan: bind(keepPlan),
    listAuditLog: store.auditLog.readBefore,
    listBriefVersions: store.briefs.listVersions,
    listCollections: store.collections.list,
    listExamples: () => exampleBriefs,
    listMembers: store.members.list,
    listOpenLinks: () => store.links.listOpen(now()),
    listSessions: (memberId: string) => store.sessions.listByMember(memberId, now()),
    listSources: store.sources.list,
    listTools: tools.descriptors,
    listWorkflows: bind(listWorkflows),
    lastSourceNews: store.sourceNews.lastSequence,
    live,
    listModels: bind(listModels),
    listAvailableModels: () => [...models.available],
    /** Brings the database up to this version. */
    async migrate() {
      const outcome = await migrate(databaseUrl);
      const { preparePlanQueue } = await import("./engine/plan-worker.ts");
      if (outcome.ok) await preparePlanQueue(databaseUrl);
      return outcome;
    },
    pruneExpired: bind(pruneExpired),
    publicKey: async () => {
      const { keyId, publicKey } = await signer();
      return { keyId, publicKey };
    },
    readPlan: (planId: string) => readPlan(store, planId),
    redeemLink: bind(redeemLink),
    removeCollection: bind(removeCollection),
    removeSource: bind(removeSource),
    renameMember: bind(renameMember),
    resumePlan: bind(resumePlan),
    revokeLink: bind(revokeLink),
    saveDraft: bind(saveDraft),
    saveRevision: bind(saveRevision),
    searchSources: bind(searchSources),
    setMemberActive: bind(setMemberActive),
    signIn: bind(signIn),
    uploadSource: bind(uploadSource),
    /** Writes plans from the queue until it is closed; for workers. */
    startPlanning,
    /** Closes every connection of this process. */
    async close() {
      await (await planQueue)?.close();
      await live.close();
      await prisma.$disconnect();
    },
  };
}

export type Services = ReturnType<typeof createServices>;

const shared = globalThis as { countersignServices?: Services };
let own: Services | undefined;

/**
 * The services of this process, made once however many bundles ask. While developing each reloaded bundle gets its
 * own, because the shared ones would be made of yesterday's code.
 */
export function sharedServices(): Services {
  own ??= openServices(readEnvironment());
  return own;
}

function openServices(environment: Environment): Services {
  if (environment.isDevelopment || shared.countersignServices === undefined) {
    shared.countersignServices = createServices(environment);
  }
  return shared.countersignServices;
}

/** Closes the services of this process, if anything asked for them. */
export async function closeSharedServices(): Promise<void> {
  await shared.countersignServices?.close();
}
