import type { RoleFacts } from "../../core/models/role-fact.ts";
import type { ModelChoices } from "../../core/models/served-role.ts";
import type { Brief } from "../../core/brief/brief.ts";
import type { Critique } from "../../core/critique/critique.ts";
import type { PlanRequest } from "../../core/planning/plan-request.ts";
import type { Proposal } from "../../core/proposal/fold-proposal.ts";
import type { ProposalAsk } from "../../core/proposal/proposal-ask.ts";
import type { Finding } from "../../core/preflight/finding.ts";
import type { ToolDescriptor } from "../../core/review/manifest.ts";
import type { Graph } from "../../core/workflow/graph.ts";
import type { Op } from "../../core/workflow/op.ts";
import type { PlanEntry } from "../../core/workflow/plan-entry.ts";
import type { ConnectionReport } from "../../core/models/connection-report.ts";
import type { ProviderListing } from "./read-model-settings.ts";
import type { RunStates } from "./run-states.ts";
import type { Store } from "./store.ts";
import type { Signer } from "./workflow-store.ts";

/** What every writing by the planner needs. */
interface Writing {
  brief: Brief;
  /** What the brief grants of what there is. */
  tools: PlanRequest["tools"];
  collections: PlanRequest["collections"];
  /** @returns false when it is no longer to be written. */
  append(entries: readonly PlanEntry[]): Promise<boolean>;
  signal: AbortSignal;
}

/** One writing of a plan. */
interface PlannerRun extends Writing {
  written: Graph;
  /** Applied after what the model wrote. */
  extraOps: readonly Op[];
}

/** One writing of changes to a plan. */
interface ProposingRun extends Writing {
  asked: ProposalAsk;
  written: Proposal;
}

/** One writing of what a model thinks of a plan. */
interface CritiqueRun extends Writing {
  graph: Graph;
  /** What the rules say of it. */
  findings: readonly Finding[];
  written: Critique;
}

/** What actions need from the rooms around them; services.ts joins them. */
export interface Ports {
  store: Store;
  now(): Date;
  /** A new unguessable token: 32 random bytes as base64url. */
  newToken(): string;
  passwords: {
    hash(password: string): Promise<string>;
    verify(hash: string, password: string): Promise<boolean>;
  };
  /** The key with which this installation vouches for what signed-in people decided. */
  signer(): Promise<Signer>;
  planning: {
    /** Has a worker write the plan; asking twice changes nothing. */
    enqueue(planId: string): Promise<void>;
  };
  running: {
    /** Has a worker drive the run; asking twice changes nothing. @param sequence of the entry that is to be acted upon. */
    enqueue(runId: string, sequence: number): Promise<void>;
  };
  /** Runs as far as this process has folded them. */
  runStates: RunStates;
  planner: {
    /**
     * Writes a plan, giving what comes of it to `append` in order.
     * @returns `stopped` when `append` said that the plan is no longer to be written.
     */
    write(run: PlannerRun): Promise<"written" | "stopped">;
    /** The same for changes to a plan. */
    propose(run: ProposingRun): Promise<"written" | "stopped">;
    /** The same, by the critic, for what it thinks of a plan. */
    criticize(run: CritiqueRun): Promise<"written" | "stopped">;
  };
  models: {
    /** Every model that can be chosen. */
    available(): Promise<readonly { model: string; isOffline: boolean }[]>;
    /** Serves a role for which nobody chose. */
    usual: string;
    /** What the environment chooses. */
    environment: ModelChoices;
    /** The model that serves each role, and each that takes over, as `provider:model`. */
    resolved(): Promise<Record<string, string>>;
    /** What is known of each role's models. */
    facts(): Promise<RoleFacts>;
    /** Providers whose key or address the environment holds, without their keys. */
    environmentProviders(): Pick<ProviderListing, "name" | "protocol" | "baseUrl" | "hasKey">[];
    isInEnvironment(provider: string): boolean;
    /** Encrypts a provider's key under the installation's secret. */
    sealKey(provider: string, apiKey: string): string;
    isReadable(provider: string, sealedKey: string): boolean;
    /** Has a provider asked again at once, though it wanted a pause. */
    forgetPause(provider: string): Promise<void>;
    /** Calls a model for real, to see what works. */
    test(model: string, signal: AbortSignal): Promise<ConnectionReport>;
  };
  tools: {
    /** Every tool there is, by name. */
    descriptors(): Promise<ToolDescriptor[]>;
  };
  authentication: {
    /** Null when address and password don't belong together or the member may not sign in. */
    signIn(credentials: { email: string; password: string }, headers: Headers): Promise<string[] | null>;
    forgetCookies(headers: Headers): Promise<string[]>;
  };
}
