import { spawn } from "node:child_process";
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { onTestFinished } from "vitest";
import { checkout, typescriptFlags } from "../../scripts/checkout.mjs";

export interface CommandEnd {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** What a verb that works on files alone may read: no room of the server, and no package that speaks to a database. */
const readable = ["cli", "core", "package.json", ...["zod", "canonicalize", "@noble", "@bufbuild"].map((name) => `node_modules/${name}`)];

/**
 * Runs `cli/main.ts` in a process that can't even read `server/`, and has nothing of a database in its environment.
 * @param options `isRead: false`: nobody reads its standard output, which is closed before it is written to.
 */
export async function runOnFilesAlone(args: string[], { folder = "", input = "", isRead = true }: { folder?: string; input?: string; isRead?: boolean } = {}): Promise<CommandEnd> {
  const allowed = [...readable.map((path) => join(checkout, path)), ...(folder === "" ? [] : [folder])];
  const flags = [...typescriptFlags, "--permission", ...allowed.map((path) => `--allow-fs-read=${path}`)];
  const child = spawn(process.execPath, [...flags, join(checkout, "cli", "main.ts"), ...args], {
    cwd: folder === "" ? checkout : folder,
    env: { PATH: process.env.PATH, NODE_ENV: "production" },
  });
  child.stdin.end(input);
  if (!isRead) child.stdout.destroy();
  const [stdout, stderr, code] = await Promise.all([
    isRead ? text(child.stdout) : "",
    text(child.stderr),
    new Promise<number | null>((resolve) => child.once("close", resolve)),
  ]);
  return { code, stdout, stderr };
}

/** A folder with these files in it, until the test ends. */
export function folderWith(files: Record<string, unknown>): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "countersign-files-")));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, content] of Object.entries(files)) {
    writeFileSync(join(folder, name), typeof content === "string" ? content : JSON.stringify(content));
  }
  return folder;
}
