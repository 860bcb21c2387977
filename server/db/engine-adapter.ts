import { PrismaPg } from "@prisma/adapter-pg";
import {
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";
import pg from "pg";

const charOid = 18;
const textOid = 25;

/**
 * What Prisma's schema engine needs beyond `@prisma/adapter-pg` 7.10, which knows neither Postgres's internal
 * type `"char"` (every introspection reads it) nor scripts with a `;` inside a statement.
 */
export class EngineAdapterFactory implements SqlMigrationAwareDriverAdapterFactory {
  readonly provider = "postgres";
  readonly adapterName = "countersign-schema-engine";
  private readonly databaseUrl: string;
  private readonly adapters: SqlDriverAdapter[] = [];

  constructor(databaseUrl: string) {
    this.databaseUrl = databaseUrl;
  }

  async connect(): Promise<SqlDriverAdapter> {
    const pool = new EnginePool({ connectionString: this.databaseUrl, max: 2 });
    const adapter = await new PrismaPg(pool, { disposeExternalPool: true }).connect();
    this.adapters.push(adapter);
    const queryRaw = adapter.queryRaw.bind(adapter);
    adapter.queryRaw = async (query) => {
      const result = await queryRaw(query);
      for (const index of pool.charColumnsOf(result.rows)) result.columnTypes[index] = ColumnTypeEnum.Character;
      return result;
    };
    // One message is one implicit transaction: a migration that fails half way leaves nothing behind.
    adapter.executeScript = async (script) => {
      await adapter.executeRaw({ sql: script, args: [], argTypes: [] });
    };
    return adapter;
  }

  /** Closes every connection; the engine leaves them open, and an idle one keeps a process alive for ten seconds. */
  async dispose(): Promise<void> {
    await Promise.all(this.adapters.splice(0).map((adapter) => adapter.dispose()));
  }

  /** @throws always: nothing here compares histories by replaying them, so no second database is ever made. */
  async connectToShadowDb(): Promise<SqlDriverAdapter> {
    throw new Error("The schema engine asked for a shadow database, which Countersign doesn't use.");
  }
}

/** Reports columns of type `"char"` as text, so that the adapter lets them pass, and remembers which they were. */
class EnginePool extends pg.Pool {
  private readonly charColumnsByRows = new WeakMap<unknown[], number[]>();

  override query = (async (...parameters: [string]) => {
    const result = await super.query(...parameters);
    const fields = result.fields ?? [];
    const charColumns: number[] = [];
    for (const [index, field] of fields.entries()) {
      if (field.dataTypeID !== charOid) continue;
      charColumns.push(index);
      field.dataTypeID = textOid;
    }
    if (charColumns.length > 0) this.charColumnsByRows.set(result.rows, charColumns);
    return result;
  }) as pg.Pool["query"];

  charColumnsOf(rows: unknown[]): number[] {
    return this.charColumnsByRows.get(rows) ?? [];
  }
}
