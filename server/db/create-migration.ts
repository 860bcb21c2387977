// For developers: writes the next migration, the difference between a database with all migrations and the schema.
import { mkdir, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import path from "node:path";
import { diffSchema } from "./diff-schema.ts";
import { migrate } from "./migrate.ts";

const [name, databaseUrl = process.env["DATABASE_URL"]] = process.argv.slice(2);
if (name === undefined || !/^[a-z][a-z0-9_]*$/.test(name) || databaseUrl === undefined) {
  console.error("Say what the migration does in snake_case: npm run migration -- add_briefs");
  process.exit(1);
}
const outcome = await migrate(databaseUrl);
if (!outcome.ok) {
  console.error(`This database can't be compared: ${outcome.reason} (${outcome.names.join(", ")}).`);
  process.exit(1);
}
const sql = await diffSchema(databaseUrl);
if (sql === "") {
  console.log("The migrations already lead to prisma/schema.prisma: nothing to write.");
} else {
  const stamp = new Date().toISOString().replaceAll(/\D/g, "").slice(0, 14);
  const folder = fileURLToPath(new URL(`../../prisma/migrations/${stamp}_${name}/`, import.meta.url));
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, "migration.sql"), sql);
  console.log(`Wrote prisma/migrations/${stamp}_${name}/migration.sql. Read it before you commit it.`);
}
