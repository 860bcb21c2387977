import { existsSync } from "node:fs";
import { join } from "node:path";
import { checkout } from "./checkout.mjs";
import { runQuietly } from "./child-command.mjs";
import { hashInputs } from "./input-hash.mjs";
import { diskFull, saysDiskIsFull } from "./refusal.mjs";
import { stampAt } from "./stamp.mjs";

const inputs = [
  "app",
  "components",
  "core",
  "server",
  "public",
  "prisma/schema.prisma",
  "next.config.js",
  "postcss.config.js",
  "tsconfig.json",
  "package.json",
  "package-lock.json",
];

const stamp = stampAt(".next/countersign-made-from");

/** @returns {boolean} Whether .next holds the pages built from the sources as they are. */
export function isBuilt() {
  return existsSync(join(checkout, ".next", "BUILD_ID")) && stamp.says(wantedBuild());
}

function wantedBuild() {
  const isLeftOut = (/** @type {string} */ path) => /\.test\.tsx?$|\.md$/.test(path) || path.startsWith("server/db/generated/");
  return hashInputs(inputs, { isLeftOut, also: [process.versions.modules] });
}

/**
 * Builds the pages for production.
 * @param {(line: string) => void} onLine
 */
export async function build(onLine) {
  const wanted = wantedBuild();
  const { code, stdout, stderr } = await runQuietly(process.execPath, [join(checkout, "node_modules", "next", "dist", "bin", "next"), "build"], {
    cwd: checkout,
    env: { ...process.env, NODE_ENV: "production" },
    onLine,
  });
  if (code !== 0 && saysDiskIsFull(stdout + stderr)) throw diskFull(checkout);
  if (code !== 0) throw new Error(`The pages could not be built:\n${stdout}${stderr}`);
  stamp.write(wanted);
}
