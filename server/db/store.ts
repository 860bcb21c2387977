import { annotationRepository } from "./annotation-repository.ts";
import { attemptRepository } from "./attempt-repository.ts";
import { auditLogRepository } from "./audit-log-repository.ts";
import { briefRepository } from "./brief-repository.ts";
import type { Database, PrismaClient } from "./client.ts";
import { collectionRepository } from "./collection-repository.ts";
import { critiqueRepository } from "./critique-repository.ts";
import { decisionRepository } from "./decision-repository.ts";
import { draftRepository } from "./draft-repository.ts";
import { keyRepository } from "./key-repository.ts";
import { linkRepository } from "./link-repository.ts";
import { memberRepository } from "./member-repository.ts";
import { modelChoiceRepository } from "./model-choice-repository.ts";
import { modelSettingsRepository } from "./model-settings-repository.ts";
import { planLogRepository } from "./plan-log-repository.ts";
import { planRepository } from "./plan-repository.ts";
import { policyRepository } from "./policy-repository.ts";
import { presenceRepository } from "./presence-repository.ts";
import { proposalRepository } from "./proposal-repository.ts";
import { revisionRepository } from "./revision-repository.ts";
import { runAuditRepository } from "./run-audit-repository.ts";
import { runContentRepository } from "./run-content-repository.ts";
import { runLogRepository } from "./run-log-repository.ts";
import { runReadingRepository } from "./run-reading-repository.ts";
import { runRepository } from "./run-repository.ts";
import { runSearchRepository } from "./run-search-repository.ts";
import { runSnapshotRepository } from "./run-snapshot-repository.ts";
import { sessionRepository } from "./session-repository.ts";
import { sourceNewsRepository } from "./source-news-repository.ts";
import { sourceRepository } from "./source-repository.ts";
import { workflowNewsRepository } from "./workflow-news-repository.ts";
import { workflowRepository } from "./workflow-repository.ts";

function recordsOn(database: Database) {
  return {
    collections: collectionRepository(database),
    sources: sourceRepository(database),
    sourceNews: sourceNewsRepository(database),
    members: memberRepository(database),
    modelSettings: modelSettingsRepository(database),
    sessions: sessionRepository(database),
    links: linkRepository(database),
    auditLog: auditLogRepository(database),
    briefs: briefRepository(database),
    workflows: workflowRepository(database),
    workflowNews: workflowNewsRepository(database),
    plans: planRepository(database),
    planLog: planLogRepository(database),
    proposals: proposalRepository(database),
    critiques: critiqueRepository(database),
    revisions: revisionRepository(database),
    drafts: draftRepository(database),
    presence: presenceRepository(database),
    decisions: decisionRepository(database),
    annotations: annotationRepository(database),
    runs: runRepository(database),
    runReading: runReadingRepository(database),
    runSearch: runSearchRepository(database),
    runSnapshots: runSnapshotRepository(database),
    runLog: runLogRepository(database),
    runContents: runContentRepository(database),
    runAudits: runAuditRepository(database),
    modelChoices: modelChoiceRepository(database),
    policies: policyRepository(database),
  };
}

/** One repository per noun, together or within one transaction. */
export function createStore(prisma: PrismaClient) {
  return {
    ...recordsOn(prisma),
    attempts: attemptRepository(prisma),
    keys: keyRepository(prisma),
    transaction: <T>(work: (records: ReturnType<typeof recordsOn>) => Promise<T>): Promise<T> =>
      prisma.$transaction((database) => work(recordsOn(database))),
  };
}
