import { expect, onTestFinished, test } from "vitest";
import { KnownSecrets } from "./known-secrets.ts";
import { redactOutput } from "./redact-output.ts";

test("nothing that is printed holds a secret, also one that was learned later", () => {
  const written: unknown[] = [];
  const write = process.stderr.write;
  onTestFinished(() => {
    process.stderr.write = write;
  });
  const [out, outWrite] = [process.stdout, process.stdout.write];
  onTestFinished(() => {
    out.write = outWrite;
  });
  process.stderr.write = (chunk: unknown) => written.push(chunk) > 0;
  const secrets = new KnownSecrets();
  redactOutput(secrets);
  secrets.learn(["the-secret-of-all"]);
  process.stderr.write("It failed with the-secret-of-all.\n");
  process.stderr.write(Buffer.from("bytes"));
  expect(written).toEqual(["It failed with [redacted].\n", Buffer.from("bytes")]);
});
