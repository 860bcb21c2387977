import { executeAgent } from "./agent.ts";
import { executeCheckpoint } from "./checkpoint.ts";
import type { Executors } from "./executor.ts";
import { executeJoin } from "./join.ts";
import { executeMap } from "./map.ts";
import { executeSynthesize } from "./synthesize.ts";
import { executeTool } from "./tool.ts";
import { executeVerify } from "./verify.ts";

/** Every kind that runs. */
export const executors: Executors = {
  agent: executeAgent,
  tool: executeTool,
  map: executeMap,
  join: executeJoin,
  verify: executeVerify,
  checkpoint: executeCheckpoint,
  synthesize: executeSynthesize,
};
