import { randomUUID } from "node:crypto";
import { operator } from "../../core/access/actor.ts";
import type { Role } from "../../core/access/role.ts";
import { briefSchema } from "../../core/brief/brief.ts";
import { diffGraphs } from "../../core/workflow/diff-graphs.ts";
import { emptyGraph, graphSchema } from "../../core/workflow/graph.ts";
import type { Context } from "../../server/api/context.ts";
import { createServices, type Services } from "../../server/services.ts";
import { createPrisma } from "../../server/db/client.ts";
import { storyBrief, storyEnding, storyGraph, storyUntilCheckpoint } from "../setup/run-story.ts";
import { soundGraph } from "../setup/sound-graph.ts";
import { stagedRun, type TimedEvent } from "../setup/staged-run.ts";
import { writtenPlan } from "../setup/written-plan.ts";
import type { Caller } from "./caller.ts";

/** A member of the small house, signed in in two browsers. */
export interface Inhabitant {
  id: string;
  email: string;
  password: string;
  cookie: string;
  otherSessionId: string;
}

/** Who lives in the small house and what lies about in it. */
export interface SmallHouse {
  inhabitants: Record<Role, Inhabitant>;
  /** A viewer beside the one who may call. */
  guest: Inhabitant;
  deactivatedId: string;
  invitationToken: string;
  openLinkId: string;
  collectionId: string;
  sourceId: string;
  /** Finished, and decided on once. */
  reviewed: { workflowId: string; briefId: string; planId: string; manifestDigest: string; decisionId: string };
  /** The operator's, on a node of the reviewed plan. */
  annotationId: string;
  /** Approved, and not run yet. */
  approved: { workflowId: string; decisionId: string };
  /** Plans as far as somebody wrote them. */
  planIds: { writing: string; canceled: string };
  /** Runs that no worker drives: one waits at a checkpoint, one is paused, one failed. */
  runIds: { waiting: string; paused: string; failed: string };
}

const address = "127.0.0.1";

/** The services of one web process on a database. */
export function servicesOn(databaseUrl: string): Services {
  return createServices({ databaseUrl, secret: "a secret of the access test, long enough", publicOrigin: null, port: 4300 });
}

/** The first who comes to an installation: its admin. */
export async function moveInFirst(services: Services): Promise<Inhabitant> {
  return moveIn(services, tokenOf((await services.ensureFirstAdminLink()) ?? ""), "admin");
}

/** Furnishes a migrated, empty database through the same actions that people use. */
export async function furnish(services: Services, databaseUrl: string): Promise<SmallHouse> {
  const admin = await moveInFirst(services);
  const actor = { id: admin.id, name: "admin" };
  const invited = async (role: Role, name: string) => moveIn(services, tokenOf((await services.inviteMember(actor, { role })).path), name);
  const guest = await invited("viewer", "guest");
  const deactivated = await invited("viewer", "deactivated");
  await services.setMemberActive(actor, { memberId: deactivated.id, isActive: false });
  const [viewer, author, reviewer] = [await invited("viewer", "viewer"), await invited("author", "author"), await invited("reviewer", "reviewer")];
  const invitation = await services.inviteMember(actor, { role: "author" });
  const [openLink] = await services.listOpenLinks();
  const collection = await services.createCollection(actor, { name: "Household" });
  if (!collection.ok) throw new Error(`The collection could not be made: ${collection.reason}`);
  const source = await services.uploadSource(actor, { collectionId: collection.collectionId, path: "kettle.md", text: "# Kettle\n\nThe kettle whistles." });
  if (!source.ok) throw new Error(`The source could not be uploaded: ${source.reason}`);
  return {
    inhabitants: { viewer, author, reviewer, admin },
    guest,
    deactivatedId: deactivated.id,
    invitationToken: tokenOf(invitation.path),
    openLinkId: openLink?.id ?? "",
    collectionId: collection.collectionId,
    sourceId: source.sourceId,
    ...(await furnishPlans(services, databaseUrl)),
    runIds: await furnishRuns(databaseUrl),
  };
}

const brief = briefSchema.parse({ question: "When does the kettle whistle?" });
const plan = diffGraphs(emptyGraph, graphSchema.parse(soundGraph({ covers: [], tools: [] })));

async function furnishPlans(services: Services, databaseUrl: string): Promise<Pick<SmallHouse, "reviewed" | "annotationId" | "approved" | "planIds">> {
  const write = () => writtenPlan(databaseUrl, { brief, plan });
  const [finished, writing, canceled, approved] = [await write(), await write(), await write(), await write()];
  for (const { planId } of [finished, approved]) await services.finishPlan(operator, planId);
  await services.cancelPlan(operator, canceled.planId);
  const decide = async ({ workflowId }: { workflowId: string }, verdict: "approved" | "rejected") => {
    const description = await services.describeWorkflow({ workflowId, memberId: null });
    const manifestDigest = description?.examined?.manifestDigest ?? "";
    const decided = await services.decideRevision(operator, { workflowId, manifestDigest, verdict, reason: "It boils over." });
    if (!decided.ok) throw new Error(`Nobody could decide on the plan: ${decided.reason}`);
    return { workflowId, briefId: description?.briefVersion.briefId ?? "", manifestDigest, decisionId: decided.decisionId };
  };
  const annotationId = randomUUID();
  await services.addAnnotation(operator, { workflowId: finished.workflowId, annotationId, revision: 1, target: { type: "node", id: "read" }, text: "Why here?" });
  return {
    annotationId,
    reviewed: { ...finished, ...(await decide(finished, "rejected")) },
    approved: await decide(approved, "approved"),
    planIds: { writing: writing.planId, canceled: canceled.planId },
  };
}

async function furnishRuns(databaseUrl: string): Promise<SmallHouse["runIds"]> {
  const prisma = createPrisma(databaseUrl, 2);
  const source = { sourceId: "no-such-source", sha256: "0".repeat(64) };
  const stage = async (events: readonly TimedEvent[]) => {
    const { run, record } = await stagedRun(prisma, { graph: storyGraph(6), brief: storyBrief, createdAt: new Date(Date.UTC(2026, 10, 22)) });
    await record([...storyUntilCheckpoint({ mapItems: 6, ...source }), ...events]);
    return run.id;
  };
  try {
    const paused: TimedEvent = { atMs: 60_000, event: { type: "wait-began", waitId: "paused-1", wait: { kind: "paused", by: operator } } };
    return { waiting: await stage([]), paused: await stage([paused]), failed: await stage(storyEnding("failed", 60_000)) };
  } finally {
    await prisma.$disconnect();
  }
}

/** What the HTTP door and better-auth would make of a caller's request. */
export async function contextOf(services: Services, house: SmallHouse, caller: Caller): Promise<Context> {
  return contextWith(services, caller === "anonymous" ? null : house.inhabitants[caller]);
}

/** The same for somebody who signed in; null for somebody who didn't. */
export async function contextWith(services: Services, inhabitant: Inhabitant | null): Promise<Context> {
  const headers = new Headers(inhabitant === null ? {} : { cookie: inhabitant.cookie });
  const { session } = await services.currentSession(headers, false);
  return { services, headers, session, address, setCookie: () => {} };
}

/** Somebody of the house, for inputs that must be the caller's own. */
export function inhabitantOf(house: SmallHouse, caller: Caller): Inhabitant {
  return caller === "anonymous" ? house.guest : house.inhabitants[caller];
}

async function moveIn(services: Services, token: string, name: string): Promise<Inhabitant> {
  const email = `${name}@example.org`;
  const password = `the long password of ${name}`;
  const joined = await services.redeemLink({ token, name, email, password, address });
  if (!joined.ok) throw new Error(`${name} could not join: ${joined.reason}`);
  const signIn = async () => {
    const outcome = await services.signIn({ email, password, headers: new Headers(), address });
    if (!outcome.ok) throw new Error(`${name} could not sign in: ${outcome.reason}`);
    const cookie = outcome.setCookies.map((line) => line.split(";")[0]).join("; ");
    const { session } = await services.currentSession(new Headers({ cookie }), false);
    if (session === null) throw new Error(`${name} is not signed in after signing in.`);
    return { cookie, session };
  };
  const [other, own] = [await signIn(), await signIn()];
  return { id: own.session.member.id, email, password, cookie: own.cookie, otherSessionId: other.session.sessionId };
}

function tokenOf(path: string): string {
  return path.split("/").at(-1) ?? "";
}

