import { createServer, request as requestOf, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";

/** Stands between browser and installation: sees which live streams are open, and can be the network that is gone. */
export interface StreamProxy {
  url: string;
  /** How many live streams are open now. */
  openStreams: () => number;
  /** How many were opened since the start. */
  streamCount: () => number;
  /** Breaks every connection and takes no new one. */
  goAway: () => void;
  comeBack: () => void;
  close: () => Promise<void>;
}

/** Starts a proxy in front of an installation; under its address the installation looks like itself. */
export async function startStreamProxy(appUrl: string): Promise<StreamProxy> {
  const sockets = new Set<Socket>();
  let openCount = 0;
  let streamCount = 0;
  let isAway = false;

  const pass = (incoming: IncomingMessage, answer: ServerResponse): void => {
    const headers = { ...incoming.headers, host: new URL(appUrl).host };
    if (headers.origin !== undefined) headers.origin = appUrl;
    const outgoing = requestOf(appUrl + (incoming.url ?? "/"), { method: incoming.method, headers }, (response) => {
      answer.writeHead(response.statusCode ?? 502, response.headers);
      response.pipe(answer);
      response.once("error", () => answer.destroy());
      response.once("close", () => answer.destroy());
    });
    outgoing.once("error", () => answer.destroy());
    answer.once("close", () => outgoing.destroy());
    incoming.pipe(outgoing);
    if (!incoming.url?.startsWith("/api/trpc/live.entries")) return;
    openCount += 1;
    streamCount += 1;
    answer.once("close", () => (openCount -= 1));
  };

  const server = createServer(pass);
  server.on("connection", (socket: Socket) => {
    if (isAway) {
      socket.destroy();
      return;
    }
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    openStreams: () => openCount,
    streamCount: () => streamCount,
    goAway: () => {
      isAway = true;
      for (const socket of sockets) socket.destroy();
    },
    comeBack: () => {
      isAway = false;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
