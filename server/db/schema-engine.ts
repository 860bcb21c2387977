import { readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as engineBindings from "@prisma/schema-engine-wasm/schema_engine_bg";
import type { MigrationList, SchemaEngine, SchemaFilter } from "@prisma/schema-engine-wasm";
import { EngineAdapterFactory } from "./engine-adapter.ts";

// Put together in steps: the bundler of the pages takes `new URL(…, import.meta.url)` for a file to bundle, and fails.
const prismaFolder = path.join(path.dirname(fileURLToPath(import.meta.url)), "..", "..", "prisma");

/** Everything in the schema is ours. */
export const wholeSchema: SchemaFilter = { externalTables: [], externalEnums: [] };

let instantiated: Promise<void> | undefined;

/** Prisma ships its schema engine as WebAssembly for bundlers; plain Node has to instantiate it by file path. */
function instantiateEngine(): Promise<void> {
  instantiated ??= (async () => {
    const bindingsPath = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
    const bytes = await readFile(path.join(path.dirname(bindingsPath), "schema_engine_bg.wasm"));
    const { instance } = await WebAssembly.instantiate(bytes, { "./schema_engine_bg.js": patientBindings() });
    engineBindings.__wbg_set_wasm(instance.exports);
    (instance.exports.__wbindgen_start as () => void)();
  })();
  return instantiated;
}

/** The engine never clears its ten-second timers; they must not keep a finished process waiting. */
function patientBindings(): WebAssembly.ModuleImports {
  const bindings: WebAssembly.ModuleImports = { ...engineBindings };
  for (const name of Object.keys(bindings).filter((key) => key.startsWith("__wbg_setTimeout"))) {
    bindings[name] = (callback: () => void, ms: number) => setTimeout(callback, ms >>> 0).unref();
  }
  return bindings;
}

/**
 * Runs `use` with Prisma's own schema engine on one database, without any download.
 * @throws what the engine or the driver throws.
 */
export async function withSchemaEngine<T>(
  databaseUrl: string,
  use: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  await instantiateEngine();
  const adapters = new EngineAdapterFactory(databaseUrl);
  const factory = bindMigrationAwareSqlAdapterFactory(adapters);
  const datamodel: [string, string] = ["schema.prisma", await readSchema()];
  const engine = await engineBindings.SchemaEngine.new({ datamodels: [datamodel] }, () => undefined, factory);
  try {
    return await use(engine);
  } finally {
    engine.free();
    await adapters.dispose();
  }
}

/** The text of `prisma/schema.prisma`. */
export function readSchema(): Promise<string> {
  return readFile(path.join(prismaFolder, "schema.prisma"), "utf8");
}

/** The migrations of this version, oldest first, as the engine wants them. */
export async function readMigrations(folder = path.join(prismaFolder, "migrations")): Promise<MigrationList> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  const migrationDirectories = await Promise.all(
    names.toSorted().map(async (name) => ({
      path: name,
      migrationFile: {
        path: "migration.sql",
        content: { tag: "ok" as const, value: await readFile(path.join(folder, name, "migration.sql"), "utf8") },
      },
    })),
  );
  return {
    baseDir: folder,
    lockfile: { path: "./migration_lock.toml", content: 'provider = "postgresql"\n' },
    shadowDbInitScript: "",
    migrationDirectories,
  };
}
