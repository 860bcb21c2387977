import { connect, createServer, type AddressInfo, type Socket } from "node:net";

/** Stands between a client and an installation and cuts what the installation says at a chosen byte. */
export interface CuttingProxy {
  url: string;
  cutCount: () => number;
  /** From now on everything passes whole. */
  stopCutting: () => void;
  close: () => Promise<void>;
}

/**
 * Starts a proxy that lets through so many bytes of each connection's answer, headers included, and then breaks it.
 * @param bytesOfNext how many bytes the next connection may say.
 */
export async function startCuttingProxy(appUrl: string, bytesOfNext: () => number): Promise<CuttingProxy> {
  const app = new URL(appUrl);
  const clients = new Set<Socket>();
  let cuts = 0;
  let isCutting = true;

  const server = createServer((client) => {
    clients.add(client);
    const upstream = connect(Number(app.port), app.hostname);
    const end = (): void => {
      client.destroy();
      upstream.destroy();
      clients.delete(client);
    };
    for (const socket of [client, upstream]) {
      socket.on("error", end);
      socket.on("close", end);
    }
    // Requests have no body here, so the one header that names the address can change its length.
    client.on("data", (chunk) => upstream.write(chunk.toString("latin1").replace(/^host: .*$/im, `host: ${app.host}`), "latin1"));
    let left = bytesOfNext();
    upstream.on("data", (chunk) => {
      if (!isCutting || chunk.length <= left) {
        left -= chunk.length;
        client.write(chunk);
        return;
      }
      cuts += 1;
      upstream.removeAllListeners("data");
      // Every other cut is a reset, which may also take back what was said before.
      if (cuts % 2 === 0) client.write(chunk.subarray(0, left), () => client.resetAndDestroy());
      else client.write(chunk.subarray(0, left), end);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cutCount: () => cuts,
    stopCutting: () => {
      isCutting = false;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const client of clients) client.destroy();
      }),
  };
}
