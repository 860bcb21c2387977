import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { checkout, typescriptFlags } from "./checkout.mjs";
import { runQuietly } from "./child-command.mjs";
import { hashInputs } from "./input-hash.mjs";
import { createProgress } from "./progress.mjs";
import { diskFull, saysDiskIsFull } from "./refusal.mjs";
import { stampAt } from "./stamp.mjs";

const stamp = stampAt("server/db/generated/.made-from");

/** @returns {boolean} Whether the database client in server/db/generated was made from the schema as it is. */
export function isClientGenerated() {
  return stamp.says(wantedClient());
}

function wantedClient() {
  return hashInputs(["prisma/schema.prisma", "prisma.config.ts", "package-lock.json"]);
}

/** Makes the typed database client from prisma/schema.prisma. */
export async function generateClient() {
  const wanted = wantedClient();
  const { code, stdout, stderr } = await runQuietly(process.execPath, [join(checkout, "node_modules", "prisma", "build", "index.js"), "generate", "--no-hints"], {
    cwd: checkout,
    // Prisma asks only that this file exists; without it, it downloads an engine that generating does not use.
    env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: "1" },
  });
  if (code !== 0 && saysDiskIsFull(stderr)) throw diskFull(checkout);
  if (code !== 0) throw new Error(`The database client could not be made from prisma/schema.prisma:\n${stdout}${stderr}`);
  stamp.write(wanted);
}

/** Writes the JSON Schemas of the forms that others' tools may write into docs/. */
async function writeSchemas() {
  for (const name of ["brief", "definition"]) {
    const { code, stdout, stderr } = await runQuietly(process.execPath, [...typescriptFlags, join(checkout, "cli", "main.ts"), "schema", name]);
    if (code !== 0) throw new Error(`The JSON Schema of a ${name} could not be made:\n${stderr}`);
    writeFileSync(join(checkout, "docs", `${name}.schema.json`), stdout);
  }
}

/** Makes everything again that is made from sources, although nothing says it must. */
export async function run() {
  const progress = createProgress();
  await progress.step("Making the database client", "Database client made", generateClient);
  await progress.step("Writing the JSON Schemas", "JSON Schemas written", writeSchemas);
}
