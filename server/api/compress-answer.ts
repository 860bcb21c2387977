import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { encodingHeader } from "../../core/access/request-header.ts";

const zip = promisify(gzip);

/** What is smaller is on its way sooner than it is compressed; and none of it holds a secret beside what a stranger may choose. */
const leastBytes = 65_536;

/** An answer as it goes out: a large one compressed, where the browser takes that. Streams go as they are. */
export async function compressAnswer(request: Request, response: Response): Promise<Response> {
  const mayZip = /\bgzip\b/.test(request.headers.get("accept-encoding") ?? "");
  if (!mayZip || response.body === null || response.headers.get("content-type") !== "application/json") return response;
  const bytes = await response.arrayBuffer();
  const { status, headers } = response;
  if (bytes.byteLength < leastBytes) return new Response(bytes, { status, headers });
  headers.set(encodingHeader, "gzip");
  headers.append("vary", "accept-encoding");
  return new Response(await zip(bytes, { level: 4 }), { status, headers });
}
