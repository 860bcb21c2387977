import { createServer, type Server } from "node:http";
import { fileURLToPath } from "node:url";
import next from "next";
import { readEnvironment, type Environment } from "./env.ts";
import { allowedAddresses } from "./http/allowed-origin.ts";
import { passDoor, refuseRequest, type DoorSettings } from "./http/door.ts";
import { leaveWithSupervisor, refuseStart, tellSupervisor } from "./process-life.ts";
import { closeSharedServices } from "./services.ts";

/** Process entry of the web process: the HTTP door in front of Next. */
async function main(): Promise<void> {
  const environment = await readOrRefuse();
  const { host, publicOrigin, isDevelopment } = environment;
  const server = createServer();
  const port = await listen(server, environment);
  const settings: DoorSettings = {
    allowed: allowedAddresses(port, publicOrigin),
    isHttps: publicOrigin?.startsWith("https:") ?? false,
    isDevelopment,
  };
  const checkout = fileURLToPath(new URL("..", import.meta.url));
  const app = next({ dev: isDevelopment, dir: checkout, hostname: host, port, httpServer: server });
  const prepared = app.prepare();
  server.on("request", async (request, response) => {
    if (!passDoor(request, response, settings)) return;
    await prepared;
    await app.getRequestHandler()(request, response);
  });
  server.on("upgrade", (request, socket) => {
    // Next answers upgrades itself while developing; in production nothing of ours does.
    if (refuseRequest(request, settings.allowed, true) !== null || !isDevelopment) socket.destroy();
  });
  leaveWithSupervisor(async () => {
    server.close();
    await closeSharedServices();
    server.closeAllConnections();
  });
  await prepared;
  const name = ["0.0.0.0", "::"].includes(host) ? "127.0.0.1" : host;
  const url = publicOrigin ?? `http://${name.includes(":") ? `[${name}]` : name}:${port}`;
  await tellSupervisor({ status: "ready", url });
  if (process.send === undefined) console.log(url);
}

function readOrRefuse(): Environment | Promise<never> {
  try {
    return readEnvironment();
  } catch (error) {
    return refuseStart((error as Error).message);
  }
}

function listen(server: Server, { port, host }: Environment): Promise<number> {
  return new Promise((resolve) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      void refuseStart(listenRefusal(error, port, host));
    });
    server.listen(port, host, () => {
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : port);
    });
  });
}

function listenRefusal(error: NodeJS.ErrnoException, port: number, host: string): string {
  if (error.code === "EADDRINUSE") {
    return `Port ${port} on ${host} is in use by another program: stop that one, or choose another port with PORT=${port + 1} npm start.`;
  }
  if (error.code === "EACCES") return `Port ${port} needs more rights than you have: choose one above 1023 with PORT=3000 npm start.`;
  if (error.code === "EADDRNOTAVAIL" || error.code === "ENOTFOUND") {
    return `HOST is ${host}, which is no address of this machine: set HOST to 127.0.0.1, or to 0.0.0.0 for all of them.`;
  }
  return `Countersign can't listen on ${host}:${port}: ${error.message}.`;
}

await main();
