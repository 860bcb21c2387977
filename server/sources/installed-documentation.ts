import { readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, sep } from "node:path";
import { createHash } from "node:crypto";
import { z } from "zod";
import { decodeText, maxDocumentBytes, type UnreadableReason } from "../../core/sources/source-schema.ts";

/** Installed packages that bring their documentation, and the folder inside each that holds it. */
const bundled: readonly { name: string; folder: string }[] = [
  { name: "next", folder: "dist/docs" },
  { name: "ai", folder: "docs" },
];

const packageSchema = z.object({ version: z.string() });

/** Finds the documentation of installed packages. @param checkout a folder from which they can be found, absolute. */
export async function installedDocumentation(checkout: string) {
  const found = createRequire(join(checkout, "package.json"));
  return Promise.all(
    bundled.map(async ({ name, folder }) => {
      const manifest = found.resolve(`${name}/package.json`);
      const { version } = packageSchema.parse(JSON.parse(await readFile(manifest, "utf8")));
      return { name, version, read: () => readDocuments(join(dirname(manifest), folder)) };
    }),
  );
}

/** Reads every Markdown file below a folder, in the order of their paths. */
export async function readDocuments(folder: string) {
  const files = await readdir(folder, { recursive: true });
  const paths = files.map((file) => file.split(sep).join("/")).filter((path) => /\.mdx?$/i.test(path));
  const documents = [];
  const skipped: { path: string; reason: UnreadableReason }[] = [];
  for (const path of paths.toSorted()) {
    const bytes = await readFile(join(folder, path));
    const text = bytes.byteLength > maxDocumentBytes ? null : decodeText(bytes);
    if (text === null) skipped.push({ path, reason: bytes.byteLength > maxDocumentBytes ? "too-large" : "not-text" });
    else documents.push({ path, text, sha256: createHash("sha256").update(bytes).digest("hex"), byteLength: bytes.byteLength });
  }
  return { documents, skipped };
}
