import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import type { LanguageModelV4 } from "@ai-sdk/provider";
import type { ProviderProtocol } from "../../core/models/provider.ts";
import { anthropicMessages } from "./wire/anthropic-messages.ts";
import { googleGenerate } from "./wire/google-generate.ts";
import { openaiChat } from "./wire/openai-chat.ts";
import { openaiResponses } from "./wire/openai-responses.ts";
import type { WireAnswer, WireEvent, WireProtocol, WireRequest } from "./wire/wire-protocol.ts";

const protocols: Record<ProviderProtocol, WireProtocol> = { anthropic: anthropicMessages, openai: openaiResponses, google: googleGenerate, "openai-compatible": openaiChat };

/** How one request goes wrong; `cutAfter` and `stallAfter` count events. */
export type WireFault =
  | { status: number; type: string; message: string; headers?: Record<string, string>; body?: string }
  | { cutAfter: number }
  | { stallAfter: number }
  | { errorAfter: number; message: string }
  | { garbageAfter: number }
  | { reset: true }
  | { redirectTo: string };

/** What came in, for tests to look at. */
interface ReceivedRequest {
  protocol: ProviderProtocol;
  path: string;
  headers: IncomingMessage["headers"];
  body: unknown;
  at: number;
}

interface Switches {
  /** Bytes of one write: 1 splits inside characters and inside JSON. Null writes event by event. */
  bytesPerWrite: number | null;
  lineEnd: "\n" | "\r\n";
  /** Between two events: a model that thinks while people watch. */
  paceMs: number;
  /** A comment line before each event, as gateways send to keep a connection open. */
  keepsAlive: boolean;
}

export interface ModelServer {
  origin: string;
  /** The base URL of a protocol. */
  baseUrl(protocol: ProviderProtocol): string;
  requests: ReceivedRequest[];
  /** Faults of the next requests, in order; after them all is well. */
  faults: WireFault[];
  switches: Switches;
  close(): Promise<void>;
}

export type Answering = (request: WireRequest, received: ReceivedRequest) => Promise<WireAnswer> | WireAnswer;

/** A provider on this machine that speaks every protocol. */
export async function openModelServer(answer: Answering): Promise<ModelServer> {
  const requests: ReceivedRequest[] = [];
  const faults: WireFault[] = [];
  const switches: Switches = { bytesPerWrite: null, lineEnd: "\n", paceMs: 0, keepsAlive: false };
  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      response.destroy(error instanceof Error ? error : undefined);
    });
  });

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = new URL(request.url ?? "/", "http://local").pathname;
    const found = Object.entries(protocols).find(([name, { matches }]) => path.startsWith(`/${name}/`) && matches(path)) as [ProviderProtocol, WireProtocol] | undefined;
    const body: unknown = JSON.parse((await textOf(request)) || "null");
    if (found === undefined) {
      response.writeHead(404).end("{}");
      return;
    }
    const [protocol, wire] = found;
    const received = { protocol, path, headers: request.headers, body, at: Date.now() };
    requests.push(received);
    const fault = faults.shift();
    if (fault !== undefined && "reset" in fault) {
      request.socket.resetAndDestroy();
      return;
    }
    if (fault !== undefined && "redirectTo" in fault) {
      response.writeHead(307, { location: fault.redirectTo }).end();
      return;
    }
    if (fault !== undefined && "status" in fault) {
      response.writeHead(fault.status, { "content-type": "application/json", ...fault.headers }).end(fault.body ?? JSON.stringify(wire.error(fault.type, fault.message)));
      return;
    }
    const asked = wire.read(body, path);
    const said = await answer(asked, received);
    const answered = wire.formed?.(asked, said) ?? said;
    response.writeHead(200, { "content-type": "text/event-stream" });
    await write(response, faulty(wire, wire.stream(answered, answered.text.match(/[\s\S]{1,40}/gu) ?? []), fault));
  }

  async function write(response: ServerResponse, events: readonly (WireEvent | "cut" | "stall")[]): Promise<void> {
    const { bytesPerWrite, lineEnd, keepsAlive } = switches;
    for (const event of events) {
      if (event === "stall") return;
      if (event === "cut") {
        response.socket?.resetAndDestroy();
        return;
      }
      const lines = [...(keepsAlive ? [": still here", ""] : []), ...(event.event === undefined ? [] : [`event: ${event.event}`]), `data: ${event.data}`, "", ""];
      const bytes = Buffer.from(lines.join(lineEnd));
      const size = bytesPerWrite ?? bytes.length;
      for (let start = 0; start < bytes.length; start += size) response.write(bytes.subarray(start, start + size));
      // What follows a cut must not overtake what was written.
      await wait(switches.paceMs);
    }
    response.end();
  }

  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  let closing: Promise<void> | undefined;
  const close = () =>
    (closing ??= new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    }));
  return { origin, requests, faults, switches, close, baseUrl: (protocol) => `${origin}/${protocol}/v1` };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

function faulty({ streamError }: WireProtocol, events: readonly WireEvent[], fault: WireFault | undefined): (WireEvent | "cut" | "stall")[] {
  if (fault === undefined) return [...events];
  if ("cutAfter" in fault) return [...events.slice(0, fault.cutAfter), "cut"];
  if ("stallAfter" in fault) return [...events.slice(0, fault.stallAfter), "stall"];
  if ("errorAfter" in fault) return [...events.slice(0, fault.errorAfter), streamError(fault.message)];
  if ("garbageAfter" in fault) return [...events.slice(0, fault.garbageAfter), { data: '{"broken": tr' }, ...events.slice(fault.garbageAfter)];
  return [...events];
}

/** An answer of text alone. */
export function saying(text: string, usage: Partial<WireAnswer["usage"]> = {}): WireAnswer {
  return { text, calls: [], usage: { input: 100, cached: 0, written: 0, output: 20, reasoning: 0, ...usage } };
}

/** Has a model of this process answer over the wire. */
export function answeringWith(model: LanguageModelV4): Answering {
  return async ({ prompt, toolNames }) => {
    const { content, usage } = await model.doGenerate({ prompt, tools: toolNames.map((name) => ({ type: "function", name, inputSchema: { type: "object" } })) });
    return {
      text: content.flatMap((part) => (part.type === "text" ? [part.text] : [])).join(""),
      calls: content.flatMap((part) => (part.type === "tool-call" ? [{ toolName: part.toolName, input: JSON.parse(part.input) as unknown }] : [])),
      usage: { input: usage.inputTokens.total ?? 0, cached: 0, written: 0, output: usage.outputTokens.total ?? 0, reasoning: 0 },
    };
  };
}
