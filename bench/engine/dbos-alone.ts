import { DBOS } from "@dbos-inc/dbos-sdk";
import type { Measured } from "./measured.ts";
import { sizeOf } from "./measured.ts";
import { noOpResult } from "./no-op-result.ts";

const tables = ["dbos.workflow_status", "dbos.operation_outputs"];

/** Steps of one workflow by DBOS itself, one after the other or all beside each other. */
export async function startDbosAlone(databaseUrl: string) {
  DBOS.setConfig({ name: "bench", systemDatabaseUrl: databaseUrl, systemDatabasePoolSize: 10, logger: { info: () => undefined, debug: () => undefined, warn: () => undefined, error: console.error } });
  const step = (characters: number) => DBOS.runStep(async () => noOpResult(characters));
  const chain = DBOS.registerWorkflow(
    async (steps: number, characters: number) => {
      for (let done = 0; done < steps; done += 1) await step(characters);
    },
    { name: "bench-chain" },
  );
  const fanOut = DBOS.registerWorkflow(
    async (steps: number, characters: number) => {
      await Promise.all(Array.from({ length: steps }, () => step(characters)));
    },
    { name: "bench-fan-out" },
  );
  await DBOS.launch();
  const measure = async (workflow: typeof chain, steps: number, characters: number): Promise<Measured> => {
    const before = await sizeOf(databaseUrl, tables);
    const begun = performance.now();
    await workflow(steps, characters);
    const totalMs = performance.now() - begun;
    return { msPerStep: totalMs / steps, bytesPerStep: ((await sizeOf(databaseUrl, tables)) - before) / steps };
  };
  return {
    chain: (steps: number, characters: number) => measure(chain, steps, characters),
    fanOut: (steps: number, characters: number) => measure(fanOut, steps, characters),
    stop: () => DBOS.shutdown({ deregister: true }),
  };
}
