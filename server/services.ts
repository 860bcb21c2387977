import { randomBytes } from "node:crypto";
import { modelNames } from "../core/models/served-role.ts";
import { askForCritique } from "./actions/ask-for-critique.ts";
import { askForProposal } from "./actions/ask-for-proposal.ts";
import { addAnnotation, answerAnnotation, changeRemark, resolveAnnotation } from "./actions/annotate-plan.ts";
import { answerWait } from "./actions/answer-wait.ts";
import { cancelRun, continueRun, pauseRun, retryStep } from "./actions/control-run.ts";
import { cancelPlan, finishPlan, keepPlan, resumePlan } from "./actions/end-plan.ts";
import { acknowledgeRun } from "./actions/acknowledge-run.ts";
import { auditEndedRuns, auditRun } from "./actions/audit-run.ts";
import { changePolicy, describePolicy } from "./actions/change-policy.ts";
import { changePassword } from "./actions/change-password.ts";
import { changeRole } from "./actions/change-role.ts";
import { checkAuditChain } from "./actions/check-audit-chain.ts";
import { describeSource } from "./actions/describe-source.ts";
import { removeCollection, removeSource } from "./actions/remove-source.ts";
import { createWorkflow } from "./actions/create-workflow.ts";
import { decideRevision } from "./actions/decide-revision.ts";
import { describePackedRun, describeRun, readRunContent, readRunEvents, readStepHistory } from "./actions/describe-run.ts";
import { describeEvidence, downloadReport, exportRun, traceRun } from "./actions/describe-evidence.ts";
import { describeWorkflow, listWorkflows } from "./actions/describe-workflow.ts";
import { chooseModel, listModels } from "./actions/choose-model.ts";
import { createCollection } from "./actions/create-collection.ts";
import { createResetLink } from "./actions/create-reset-link.ts";
import { endSession } from "./actions/end-session.ts";
import { ensureFirstAdminLink } from "./actions/ensure-first-admin-link.ts";
import { describeLink } from "./actions/find-link.ts";
import { exampleBriefs } from "./actions/example-briefs.ts";
import { indexCollections } from "./actions/index-collections.ts";
import { indexRun } from "./actions/index-run.ts";
import { inviteMember } from "./actions/invite-member.ts";
import { listMyAnnotations } from "./actions/list-my-annotations.ts";
import { listRuns, listRunsInNeed } from "./actions/list-runs.ts";
import type { Ports } from "./actions/ports.ts";
import { readModelSettings } from "./actions/read-model-settings.ts";
import { removeProvider, setProvider } from "./actions/set-provider.ts";
import { removeModelFact, setModelFact } from "./actions/set-model-fact.ts";
import { listSamples, removeSample } from "./actions/list-samples.ts";
import { markPresence } from "./actions/mark-presence.ts";
import { makeSamples } from "./actions/make-samples.ts";
import { pruneExpired } from "./actions/prune-expired.ts";
import { readCritique, readPlan, readProposal } from "./actions/read-plan.ts";
import { recordSessionStart } from "./actions/record-session-start.ts";
import { redeemLink } from "./actions/redeem-link.ts";
import { renameMember } from "./actions/rename-member.ts";
import { revokeLink } from "./actions/revoke-link.ts";
import { ruleOnChanges } from "./actions/rule-on-changes.ts";
import { RunStates } from "./actions/run-states.ts";
import { restoreRevision, saveDraft, saveRevision } from "./actions/save-revision.ts";
import { countWords, searchSources } from "./actions/search-sources.ts";
import { setMemberActive } from "./actions/set-member-active.ts";
import { signIn } from "./actions/sign-in.ts";
import type { Store } from "./actions/store.ts";
import { startRun } from "./actions/start-run.ts";
import { uploadSource } from "./actions/upload-source.ts";
import { createAuthentication } from "./auth/authentication.ts";
import { createPrisma } from "./db/client.ts";
import { findMissingMigrations, migrate } from "./db/migrate.ts";
import { liveReader } from "./db/presence-repository.ts";
import { createStore } from "./db/store.ts";
import { providerPauses } from "./db/provider-pauses.ts";
import { KnownSecrets } from "./keys/known-secrets.ts";
import { redactOutput } from "./keys/redact-output.ts";
import { seal, unseal } from "./keys/seal-secret.ts";
import { createSigningKey, signWith } from "./keys/signing-key.ts";
import type { Executors } from "./engine/executors/executor.ts";
import type { QueueName, WorkQueue } from "./engine/work-queue.ts";
import { readEnvironment, type Environment } from "./env.ts";
import { createModelRegistry, type RegistrySettings } from "./models/model-registry.ts";
import { offlineModelName } from "./models/offline/offline-model.ts";
import type { SearchSources } from "./planner/search-tool.ts";
import { LogHub } from "./live/log-hub.ts";
import { listenToLog } from "./live/log-listener.ts";
import { startQueueWork } from "./queue-work.ts";
import { installedDocumentation } from "./sources/installed-documentation.ts";
import type { Tool } from "./tools/tool.ts";
import { createToolRegistry } from "./tools/tool-registry.ts";

/** The parts of the environment that the rooms need; without more, the offline model serves at once. */
export type ServiceSettings = Pick<Environment, "databaseUrl" | "secret" | "publicOrigin" | "port"> & Partial<Pick<Environment, "models" | "providers" | "offlinePaceMs">>;

/** What a bench or a test puts beside or in the place of what is built in. */
export interface ServiceParts {
  tools?: readonly Tool[];
  executors?: Partial<Executors>;
  /** How long providers are waited for. */
  patience?: RegistrySettings["patience"];
}

/** Joins rooms and actions for one process; nothing connects before it is used. */
export function createServices(settings: ServiceSettings, parts: ServiceParts = {}) {
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

  const secrets = new KnownSecrets();
  secrets.learn([secret, ...(settings.providers ?? []).map(({ apiKey }) => apiKey)]);
  const redact = <Value>(value: Value): Value => secrets.json(value);
  const unsealKey = (provider: string, sealedKey: string | null): string | null => {
    const apiKey = sealedKey === null ? null : (unseal(sealedKey, secret, placeOfKey(provider))?.toString() ?? null);
    secrets.learn([apiKey]);
    return apiKey;
  };
  const pauses = providerPauses(prisma);
  const placeOfKey = (id: string) => ({ purpose: "countersign provider key", id }) as const;
  const models = createModelRegistry({
    choice: settings.models ?? {},
    providers: settings.providers ?? [],
    stored: async () => {
      const [providers, facts] = await Promise.all([store.modelSettings.listProviders(), store.modelSettings.listFacts()]);
      return { facts, providers: providers.map(({ sealedKey, ...provider }) => ({ ...provider, apiKey: unsealKey(provider.name, sealedKey) })) };
    },
    pauses,
    paceMs: settings.offlinePaceMs ?? 0,
    redactor: secrets,
    patience: parts.patience,
  });
  let workQueue: Promise<WorkQueue> | undefined;
  // DBOS and the AI SDK take a second to load: only who plans or runs pays for them.
  const openWorkQueue = () => (workQueue ??= import("./engine/work-queue.ts").then(({ createWorkQueue }) => createWorkQueue(databaseUrl)));
  const enqueueIn = (queueName: QueueName) => async (id: string, occasion?: string) => (await openWorkQueue()).enqueue(queueName, id, occasion);

  const resolveModels = async () => modelNames(await listModels(ports));

  const tools = createToolRegistry({
    search: (query) => searchSources({ store }, query),
    countWords: (query) => countWords({ store }, query),
    findSource: store.sources.find,
  }, parts.tools);

  /** The models of a role that writes, their look into the sources, and a way to keep what they write without its secrets. */
  const writerParts = async (role: "planner" | "critic", keep: Parameters<Ports["planner"]["write"]>[0]["append"]) => {
    const search: SearchSources = ({ query, collections, limit }) => searchSources({ store }, { query, collections: [...collections], limit });
    const [names] = await Promise.all([resolveModels(), models.refresh()]);
    const { fallback, ...own } = models.serving(role, names);
    const append: typeof keep = (entries) => keep(redact(entries));
    return { append, models: [own, ...(fallback === null ? [] : [fallback])], search };
  };

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
      usual: offlineModelName,
      environment: settings.models ?? {},
      resolved: resolveModels,
      async facts() {
        const [names] = await Promise.all([resolveModels(), models.refresh()]);
        return models.facts(names);
      },
      environmentProviders: () => (settings.providers ?? []).map(({ apiKey, ...provider }) => ({ ...provider, hasKey: apiKey !== null })),
      isInEnvironment: (provider) => (settings.providers ?? []).some(({ name }) => name === provider),
      sealKey: (provider, apiKey) => {
        secrets.learn([apiKey]);
        return seal(Buffer.from(apiKey), secret, placeOfKey(provider));
      },
      isReadable: (provider, sealedKey) => unseal(sealedKey, secret, placeOfKey(provider)) !== null,
      forgetPause: pauses.forget,
      async test(name, signal) {
        const { testConnection } = await import("./models/test-connection.ts");
        const fact = (await store.modelSettings.listFacts()).find(({ model }) => model === name);
        const report = await testConnection({ model: models.open(name), inForm: models.openInForm(name), name, contextTokens: fact?.contextTokens ?? null, signal });
        if (report.failure === null && report.takesForm !== (fact?.takesForm ?? false)) await store.modelSettings.setTakesForm(name, report.takesForm);
        return report;
      },
    },
    planning: { enqueue: enqueueIn("plans") },
    runStates: new RunStates(),
    running: { enqueue: (runId, sequence) => enqueueIn("runs")(runId, String(sequence)) },
    planner: {
      async write(run) {
        const { writePlan } = await import("./planner/write-plan.ts");
        return writePlan({ ...run, ...(await writerParts("planner", run.append)) });
      },
      async propose(run) {
        const { proposeChanges } = await import("./planner/propose-changes.ts");
        return proposeChanges({ ...run, ...(await writerParts("planner", run.append)) });
      },
      async criticize(run) {
        const { criticizePlan } = await import("./planner/criticize-plan.ts");
        return criticizePlan({ ...run, ...(await writerParts("critic", run.append)) });
      },
    },
  };

  const startWork = () =>
    startQueueWork({ databaseUrl, prisma, ports, enqueueRun: enqueueIn("runs"), model: models.serving, tools: tools.list(), executors: parts.executors ?? {}, redact });

  const live = new LogHub({
    reader: liveReader(prisma),
    listen: (events) => listenToLog(databaseUrl, events),
    onFault: (cause) => console.error("The live channel recovers from:", cause),
  });

  const bind =
    <Rest extends unknown[], Outcome>(action: (ports: Ports, ...rest: Rest) => Outcome) =>
    (...rest: Rest): Outcome =>
      action(ports, ...rest);

  return {
    addAnnotation: bind(addAnnotation),
    answerAnnotation: bind(answerAnnotation),
    changeRemark: bind(changeRemark),
    askForCritique: bind(askForCritique),
    askForProposal: bind(askForProposal),
    answerWait: bind(answerWait),
    auditEndedRuns: bind(auditEndedRuns),
    acknowledgeRun: bind(acknowledgeRun),
    auditRun: bind(auditRun),
    cancelPlan: bind(cancelPlan),
    cancelRun: bind(cancelRun),
    changePassword: bind(changePassword),
    changePolicy: bind(changePolicy),
    changeRole: bind(changeRole),
    checkAuditChain: bind(checkAuditChain),
    chooseModel: bind(chooseModel),
    continueRun: bind(continueRun),
    createCollection: bind(createCollection),
    createResetLink: bind(createResetLink),
    createWorkflow: bind(createWorkflow),
    decideRevision: bind(decideRevision),
    describePackedRun: bind(describePackedRun),
    describeRun: bind(describeRun),
    describeEvidence: bind(describeEvidence),
    describeSource: bind(describeSource),
    describePolicy: bind(describePolicy),
    describeWorkflow: bind(describeWorkflow),
    currentSession: authentication.currentSession,
    describeLink: bind(describeLink),
    endSession: bind(endSession),
    ensureFirstAdminLink: bind(ensureFirstAdminLink),
    downloadReport: bind(downloadReport),
    exportRun: bind(exportRun),
    findRevision: store.revisions.find,
    findEnvelope: async (decisionId: string) => (await store.decisions.find(decisionId))?.envelope ?? null,
    finishPlan: bind(finishPlan),
    forgetCookies: authentication.forgetCookies,
    /** Takes in the documentation of installed packages, as far as that isn't done. */
    indexCollections: (checkout: string, signal: AbortSignal) =>
      indexCollections({ store, now, documentation: { packages: () => installedDocumentation(checkout) } }, signal),
    indexRun: bind(indexRun),
    inviteMember: bind(inviteMember),
    keepPlan: bind(keepPlan),
    listAuditLog: store.auditLog.readBefore,
    listAnnotations: store.annotations.list,
    listProposals: store.proposals.list,
    listBriefVersions: store.briefs.listVersions,
    listCollections: store.collections.list,
    listExamples: () => exampleBriefs,
    listMyAnnotations: bind(listMyAnnotations),
    listMembers: store.members.list,
    listOpenLinks: () => store.links.listOpen(now()),
    listRuns: bind(listRuns),
    listRunsInNeed: bind(listRunsInNeed),
    listSamples: bind(listSamples),
    listSessions: (memberId: string) => store.sessions.listByMember(memberId, now()),
    listSources: store.sources.list,
    listTools: tools.descriptors,
    listWorkflows: bind(listWorkflows),
    markPresence: bind(markPresence),
    lastSourceNews: store.sourceNews.lastSequence,
    live,
    listModels: bind(listModels),
    listAvailableModels: models.available,
    readModelSettings: bind(readModelSettings),
    removeModelFact: bind(removeModelFact),
    removeProvider: bind(removeProvider),
    /** Takes secrets out of what this process prints from here on. */
    redactOutput: () => redactOutput(secrets),
    setModelFact: bind(setModelFact),
    setProvider: bind(setProvider),
    testModel: ports.models.test,
    traceRun: bind(traceRun),
    findMissingMigrations: () => findMissingMigrations(databaseUrl),
    /** Brings the database up to this version. */
    async migrate() {
      const outcome = await migrate(databaseUrl);
      const { prepareQueues } = await import("./engine/queue-worker.ts");
      if (outcome.ok) await prepareQueues(databaseUrl);
      return outcome;
    },
    pauseRun: bind(pauseRun),
    makeSamples: bind(makeSamples),
    pruneExpired: bind(pruneExpired),
    publicKey: async () => {
      const { keyId, publicKey } = await signer();
      return { keyId, publicKey };
    },
    readRunContent: bind(readRunContent),
    readRunEvents: bind(readRunEvents),
    readStepHistory: bind(readStepHistory),
    readPlan: (planId: string) => readPlan(store, planId),
    /** What a critic was asked of a revision last, and wrote. */
    async readCritique(revisionId: string) {
      const planId = await store.critiques.findNewest(revisionId);
      return planId === null ? null : readCritique(store, planId);
    },
    readProposal: (proposalId: string) => readProposal(store, proposalId),
    redeemLink: bind(redeemLink),
    removeCollection: bind(removeCollection),
    removeSource: bind(removeSource),
    removeSample: bind(removeSample),
    renameMember: bind(renameMember),
    retryStep: bind(retryStep),
    resolveAnnotation: bind(resolveAnnotation),
    ruleOnChanges: bind(ruleOnChanges),
    resumePlan: bind(resumePlan),
    revokeLink: bind(revokeLink),
    restoreRevision: bind(restoreRevision),
    saveDraft: bind(saveDraft),
    saveRevision: bind(saveRevision),
    searchSources: bind(searchSources),
    setMemberActive: bind(setMemberActive),
    signIn: bind(signIn),
    uploadSource: bind(uploadSource),
    startRun: bind(startRun),
    /** Writes plans and drives runs from the queues until it is closed; for workers. */
    startWork,
    /** Closes every connection of this process. */
    async close() {
      await (await workQueue)?.close();
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
    shared.countersignServices.redactOutput();
  }
  return shared.countersignServices;
}

/** Closes the services of this process, if anything asked for them. */
export async function closeSharedServices(): Promise<void> {
  await shared.countersignServices?.close();
}
