import type { ServerResponse } from "node:http";
import { encodingHeader } from "../../core/access/request-header.ts";

/**
 * Lets an answer say how it is encoded: Next drops `content-encoding` of what a route answers, because the body may have
 * been decoded on the way. Ours says it in a header of its own, which becomes the real one when the head goes out.
 */
export function keepEncoding(response: ServerResponse): void {
  const writeHead = response.writeHead as (...told: unknown[]) => ServerResponse;
  response.writeHead = (...told: unknown[]) => {
    const encoding = response.getHeader(encodingHeader);
    if (encoding !== undefined) {
      response.removeHeader(encodingHeader);
      response.setHeader("content-encoding", encoding);
    }
    return writeHead.apply(response, told);
  };
}
