import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { encodingHeader } from "../../core/access/request-header.ts";
import { compressAnswer } from "./compress-answer.ts";

const asked = (encodings: string | null) => new Request("http://127.0.0.1/", { headers: encodings === null ? {} : { "accept-encoding": encodings } });
const answer = (text: string, type = "application/json") => new Response(text, { status: 207, headers: { "content-type": type, "set-cookie": "a=b" } });
const long = JSON.stringify("A long run. ".repeat(20_000));

test("a large answer goes out compressed with all it had, and is the same when it is read", async () => {
  const sent = await compressAnswer(asked("gzip, deflate, br"), answer(long));
  const bytes = Buffer.from(await sent.arrayBuffer());
  expect(bytes.length).toBeLessThan(long.length / 20);
  expect(gunzipSync(bytes).toString()).toBe(long);
  expect([sent.status, sent.headers.get(encodingHeader), sent.headers.get("vary"), sent.headers.get("set-cookie")]).toEqual([207, "gzip", "accept-encoding", "a=b"]);
});

test("a small answer, a stream, and one to somebody who takes nothing compressed go as they are", async () => {
  const [small, stream, plain] = [await compressAnswer(asked("gzip"), answer('"short"')), await compressAnswer(asked("gzip"), answer(long, "text/event-stream")), await compressAnswer(asked(null), answer(long))];
  expect([await small.text(), await stream.text(), await plain.text()]).toEqual(['"short"', long, long]);
  expect([small, stream, plain].map(({ headers }) => headers.get(encodingHeader))).toEqual([null, null, null]);
});
