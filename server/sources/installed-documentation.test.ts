import { createHash } from "node:crypto";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { maxDocumentBytes } from "../../core/sources/source-schema.ts";
import { installedDocumentation, readDocuments } from "./installed-documentation.ts";

async function folderWith(files: Record<string, Uint8Array | string>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "countersign-documents-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  for (const [path, content] of Object.entries(files)) {
    await mkdir(join(folder, path, ".."), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  return folder;
}

test("text is exactly the file's, byte order mark and line breaks included, and the digest is of its bytes", async () => {
  const text = "\u{feff}# Lamp\r\n\r\nIt burns 🔥.";
  const folder = await folderWith({ "guides/lamp.mdx": text, "a.MD": "A", "picture.png": "no text", "notes.txt": "no Markdown" });
  const { documents, skipped } = await readDocuments(folder);
  expect(documents.map(({ path }) => path)).toEqual(["a.MD", "guides/lamp.mdx"]);
  expect(documents[1]).toEqual({
    path: "guides/lamp.mdx",
    text,
    sha256: createHash("sha256").update(text, "utf8").digest("hex"),
    byteLength: Buffer.byteLength(text),
  });
  expect(skipped).toEqual([]);
});

test("what isn't UTF-8 text, or is too large, is named with the reason", async () => {
  const folder = await folderWith({
    "latin.md": Uint8Array.from([0x63, 0x61, 0x66, 0xe9]),
    "nul.md": "a\u0000b",
    "large.md": "x".repeat(maxDocumentBytes + 1),
    "good.md": "café",
  });
  const { documents, skipped } = await readDocuments(folder);
  expect(documents.map(({ path }) => path)).toEqual(["good.md"]);
  expect(skipped).toEqual([
    { path: "large.md", reason: "too-large" },
    { path: "latin.md", reason: "not-text" },
    { path: "nul.md", reason: "not-text" },
  ]);
});

test("every package that is named brings documentation that can be read whole", async () => {
  for (const { version, read } of await installedDocumentation(process.cwd())) {
    expect(version).toMatch(/^\d+\.\d+\.\d+/);
    const { documents, skipped } = await read();
    expect(documents.length).toBeGreaterThan(100);
    expect(skipped).toEqual([]);
  }
});
