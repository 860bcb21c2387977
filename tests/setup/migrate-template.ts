import { migrate } from "../../server/db/migrate.ts";

// A process of its own: Prisma's engine leaves a timer of ten seconds behind, which a test run would wait for.
const outcome = await migrate(process.argv[2] ?? "");
if (!outcome.ok) process.stderr.write(`The template database could not be migrated: ${outcome.reason} (${outcome.names.join(", ")})\n`);
process.exit(outcome.ok ? 0 : 1);
