import { readSchema, wholeSchema, withSchemaEngine } from "./schema-engine.ts";

/** Prisma refuses to introspect a database without tables. */
const emptyDatabaseCode = "P4001";

/**
 * The SQL that takes a database to `prisma/schema.prisma`; empty when they agree. The database is introspected:
 * what counts is what is there, not what its migrations say.
 * @throws when the database can't be reached or the schema doesn't parse.
 */
export async function diffSchema(databaseUrl: string): Promise<string> {
  const wanted = await readSchema();
  const settings = wanted.slice(0, wanted.indexOf("model "));
  return withSchemaEngine(databaseUrl, async (engine) => {
    const present = await engine
      .introspect({
        schema: { files: [{ path: "schema.prisma", content: settings }] },
        baseDirectoryPath: ".",
        force: true,
        compositeTypeDepth: 0,
        namespaces: null,
      })
      .catch((error: { code?: string }) => {
        if (error.code === emptyDatabaseCode) return null;
        throw error;
      });
    const { stdout } = await engine.diff({
      from: present === null ? { tag: "empty" } : { tag: "schemaDatamodel", ...present.schema },
      to: { tag: "schemaDatamodel", files: [{ path: "schema.prisma", content: wanted }] },
      script: true,
      exitCode: null,
      filters: wholeSchema,
    });
    const sql = stdout ?? "";
    return sql.includes("This is an empty migration") ? "" : sql;
  });
}
