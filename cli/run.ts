import { operator } from "../core/access/actor.ts";
import { whyInconclusive } from "../core/evidence/why-inconclusive.ts";
import type { RunState } from "../core/run/run-state.ts";
import { runStands } from "../core/run/run-status.ts";
import type { Services } from "../server/services.ts";
import { writeAskedPlan, type WrittenPlan } from "./asked-plan.ts";
import { auditExitCodes } from "./audit-exit-code.ts";
import { awaitDocumentation } from "./await-documentation.ts";
import { followRun } from "./follow-run.ts";
import { readAsked } from "./plan-brief.ts";
import { printable } from "./printable.ts";
import { CommandRefusal } from "./refusal.ts";
import { isHouseRunning } from "./running-house.ts";
import { tell } from "./tell.ts";
import { untilStopped } from "./until-stopped.ts";
import { withReadyServices } from "./with-services.ts";
import { withWorker } from "./with-worker.ts";

const waits = 4;
const approvalReason = "Approved on the command line, by --approve.";

/**
 * Has a plan written and checked as the operator and, with --approve, approves and runs it: live on standard error, the
 * result on standard output.
 * @returns the exit code: 0 passed or only planned, 2 its audit failed, 3 inconclusive, 4 it waits for a person.
 * @throws CommandRefusal when it can't be done, or nobody watches any more; what was begun is kept.
 */
export async function run(args: string[]): Promise<number> {
  const { asked, isApproved } = await readAsked(args, { verb: "run" });
  return withReadyServices((services, origin) => untilStopped(async (leave) => {
    await awaitDocumentation(services, tell);
    return withWorker(async () => {
      const written = await writeAskedPlan(services, asked, { origin, tell, leave });
      for (const { severity, ruleId, message } of written.examined.report.findings) tell(`  ${severity.padEnd(12)} ${ruleId}: ${printable(message)}`);
      if (!isApproved) {
        print(planned(written));
        tell("  Nothing was run: --approve approves the plan and runs it.");
        return 0;
      }
      const runId = await start(services, written);
      const place = isHouseRunning() ? `${origin}/runs/${runId}` : `run ${runId}, in the list of runs once Countersign runs`;
      leave(`Stopped watching. The run goes on${isHouseRunning() ? "" : " when Countersign is started"}: ${isHouseRunning() ? place : runId}`);
      const state = await followRun(services, { runId, graph: written.revision.graph }, tell);
      if (state.status === "waiting") tell(`  The run waits for a person (${waitsFor(state)}): ${place}`);
      else await services.auditEndedRuns();
      const exported = await services.exportRun(runId);
      if (exported === null) throw new Error(`The run ${runId} is gone.`);
      print(exported);
      if (state.status === "waiting") return waits;
      const why = whyInconclusive(exported.audit.result, exported.report);
      tell(`  ${runStands(state.status)}; audit: ${exported.audit.result.replaceAll("-", " ")}.${why === null ? "" : ` ${why}`} It is ${place}`);
      return auditExitCodes[exported.audit.result];
    });
  }));
}

/** What there is to say before anything ran, in the form of a run's export as far as it goes. */
function planned({ description, revision, examined }: WrittenPlan) {
  const findings = examined.report.findings.map(({ ruleId, severity, target, message }) => ({ ruleId, severity, target, message }));
  return { brief: description.brief, definition: revision.graph, digest: revision.digest, findings, run: null, claims: [], leftOut: [], report: null, audit: null };
}

async function start(services: Services, written: WrittenPlan): Promise<string> {
  const { description, examined, place } = written;
  const { id: workflowId } = description.workflow;
  const decided = await services.decideRevision(operator, { workflowId, manifestDigest: examined.manifestDigest, verdict: "approved", reason: approvalReason });
  if (!decided.ok) {
    print(planned(written));
    throw new CommandRefusal(
      decided.reason === "errors"
        ? `The plan can't be approved: ${decided.count === 1 ? "an error finding stands" : `${decided.count} error findings stand`}. Put it right and approve it: ${place}`
        : decided.reason === "approver-author" || decided.reason === "approver-role"
          ? `The policy doesn't count the operator's approval of a plan that the operator asked for. Have somebody else approve it: ${place}`
          : `The plan can't be approved (${decided.reason}): somebody changed it meanwhile. Look at it: ${place}`,
    );
  }
  const started = await services.startRun(operator, { workflowId, decisionId: decided.decisionId });
  if (!started.ok && started.reason === "approvals-missing") {
    throw new CommandRefusal(`The plan has ${started.given} of ${started.needed} approvals that the policy asks for. Have somebody else approve it: ${place}`);
  }
  if (!started.ok) throw new CommandRefusal(`The plan is approved and can't be run (${started.reason.replaceAll("-", " ")}): ${place}`);
  return started.runId;
}

function waitsFor({ openWaits }: RunState): string {
  return openWaits.map(({ wait }) => wait.kind.replaceAll("-", " ")).join(", ");
}

function print(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
}
