import { isEnded } from "../core/run/run-status.ts";
import { readArguments } from "./arguments.ts";
import { auditExitCodes } from "./audit-exit-code.ts";
import { CommandRefusal } from "./refusal.ts";
import { withReadyServices } from "./with-services.ts";

const usage = "countersign export RUN [--format json|otlp]";
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Prints a stored run as JSON, as `countersign run` does, or what happened in it as an OpenTelemetry trace.
 * @returns the exit code: 0 its audit passed, 2 failed, 3 inconclusive, or 0 of a run that goes on.
 */
export async function exportStored(args: string[]): Promise<number> {
  const { positionals, values } = readArguments(args, { format: { type: "string", default: "json" } }, usage);
  const [runId, ...others] = positionals;
  if (runId === undefined || others.length > 0 || !uuid.test(runId)) throw new CommandRefusal(`Name one run by its id, as its address ends: ${usage}`);
  if (values.format !== "json" && values.format !== "otlp") throw new CommandRefusal(`There is no --format ${values.format}; these there are: json, otlp.`);
  return withReadyServices(async (services) => {
    const exported = await services.exportRun(runId);
    if (exported === null) throw new CommandRefusal(`There is no run ${runId}.`);
    process.stdout.write(`${JSON.stringify(values.format === "otlp" ? await services.traceRun(runId) : exported, null, 2)}\n`);
    return isEnded(exported.run.status) ? auditExitCodes[exported.audit.result] : 0;
  });
}
