import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { expect, onTestFinished, test } from "vitest";
import { encodingHeader } from "../../core/access/request-header.ts";
import { keepEncoding } from "./keep-encoding.ts";

test("an answer that says how it is encoded is read as it was, and says so in no other header", async () => {
  const server = createServer((request, response) => {
    keepEncoding(response);
    if (request.url === "/plain") return void response.end("as it is");
    response.setHeader(encodingHeader, "gzip");
    response.flushHeaders();
    response.end(gzipSync("zipped"));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  onTestFinished(() => void server.close());
  const get = (path: string) => fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`);
  const [plain, zipped] = [await get("/plain"), await get("/zipped")];
  expect([await plain.text(), plain.headers.get("content-encoding")]).toEqual(["as it is", null]);
  expect([await zipped.text(), zipped.headers.get("content-encoding"), zipped.headers.get(encodingHeader)]).toEqual(["zipped", "gzip", null]);
});
