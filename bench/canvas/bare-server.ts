import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { Position } from "@xyflow/react";
import { build } from "rolldown";
import { cardSize } from "../../core/workflow/node-size.ts";
import type { Graph } from "../../core/workflow/graph.ts";
import { placeNodes } from "../../core/workflow/place-nodes.ts";
import type { BareGraph } from "./bare-page.tsx";

type Bare = { width: number; height: number; graph: BareGraph };

/** Serves a page with nothing but React Flow on it, built like the product is: for production, minified. */
export async function startBareServer(): Promise<{ url: string; show(bare: Bare): void; stop(): void }> {
  const { output } = await build({
    input: fileURLToPath(new URL("bare-page.tsx", import.meta.url)),
    write: false,
    logLevel: "silent",
    transform: { define: { "process.env.NODE_ENV": '"production"' } },
    output: { format: "iife", minify: true },
  });
  const css = await readFile(fileURLToPath(import.meta.resolve("@xyflow/react/dist/style.css")), "utf8");
  let shown: Bare | null = null;
  const page = () => `<!doctype html><meta charset="utf-8"><title>Bare</title><style>${css} body { margin: 0 } main { width: ${shown?.width}px; height: ${shown?.height}px }</style>
    <main></main><script>window.bareGraph = ${JSON.stringify(shown?.graph)}</script><script src="/page.js"></script>`;
  const server = createServer((request, response) => {
    const isScript = request.url === "/page.js";
    response.writeHead(200, { "content-type": isScript ? "text/javascript" : "text/html", ...(isScript ? { "cache-control": "max-age=3600" } : {}) });
    response.end(isScript ? output[0].code : page());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, show: (bare) => void (shown = bare), stop: () => void server.close() };
}

/** The same nodes at the same places in React Flow's own words. */
export function bareGraphOf(graph: Graph, view: BareGraph["view"]): BareGraph {
  const places = placeNodes(graph, graph.layout);
  return {
    view,
    nodes: graph.nodes.map(({ id, title }) => bareNode(id, title, places[id])),
    edges: graph.edges.map(({ id, from, to }) => ({ id, source: from, target: to })),
  };
}

export function bareNode(id: string, label: string, position = { x: 0, y: 0 }): BareGraph["nodes"][number] {
  return { id, position, ...cardSize, sourcePosition: Position.Right, targetPosition: Position.Left, data: { label } };
}
