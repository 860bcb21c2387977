import { onTestFinished } from "vitest";
import { openModelServer, type Answering, type ModelServer } from "./model-server.ts";

/** A provider on this machine that speaks every protocol; closed when the test ends. */
export async function startModelServer(answer: Answering): Promise<ModelServer> {
  const server = await openModelServer(answer);
  onTestFinished(server.close);
  return server;
}
