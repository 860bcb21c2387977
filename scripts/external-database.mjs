import { codeOf, diskFull, messageOf, Refusal } from "./refusal.mjs";

const connectTimeoutMs = 5_000;
const oldestVersion = 15;

/**
 * Asks the database that DATABASE_URL names whether it will have us.
 * @param {string} databaseUrl
 * @throws {Refusal} with what is wrong, never with the password.
 */
export async function checkExternalDatabase(databaseUrl) {
  const address = readAddress(databaseUrl);
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: connectTimeoutMs });
  client.on("error", () => {});
  try {
    await client.connect();
    const { rows } = await client.query("show server_version_num");
    const version = Math.floor(Number(rows[0]?.server_version_num) / 10_000);
    if (version < oldestVersion) throw new Refusal(`The database at ${address.place} is Postgres ${version}; Countersign needs Postgres ${oldestVersion} or newer.`);
  } catch (error) {
    throw error instanceof Refusal ? error : explain(error, address);
  } finally {
    await client.end().catch(() => {});
  }
}

/** @param {string} databaseUrl */
function readAddress(databaseUrl) {
  const url = URL.canParse(databaseUrl) ? new URL(databaseUrl) : null;
  if (url === null || !["postgres:", "postgresql:"].includes(url.protocol)) {
    throw new Refusal("DATABASE_URL is not the address of a Postgres database; it looks like postgresql://user:password@host:5432/name. Leave it out to use the Postgres that comes with Countersign.");
  }
  return {
    place: url.host === "" ? "the local socket" : `${url.hostname}:${url.port || 5432}`,
    user: decodeURIComponent(url.username),
    name: decodeURIComponent(url.pathname.slice(1)),
  };
}

/**
 * @param {unknown} error
 * @param {{ place: string, user: string, name: string }} address
 */
function explain(error, { place, user, name }) {
  const code = codeOf(error) ?? "";
  const message = messageOf(error);
  if (code === "28P01" || code === "28000" || message.startsWith("SASL")) {
    return new Refusal(`The database at ${place} does not accept the user "${user}" with the password given; correct DATABASE_URL.`, { cause: error });
  }
  if (code === "3D000") {
    return new Refusal(`There is no database "${name}" at ${place}; make it (createdb ${name}) or correct DATABASE_URL.`, { cause: error });
  }
  if (code === "42501") return new Refusal(`The user "${user}" may not connect to the database "${name}" at ${place}; grant it, or correct DATABASE_URL.`, { cause: error });
  if (code === "53300") return new Refusal(`The database at ${place} has no connection left; raise its max_connections, then start again.`, { cause: error });
  if (code === "53100") return diskFull(`the database at ${place}`, error);
  if (code.startsWith("E") || /timeout|terminated/i.test(message)) {
    return new Refusal(`The database at ${place} can't be reached (${code || "no answer in 5 s"}); start it or correct DATABASE_URL. Leave it out to use the Postgres that comes with Countersign.`, { cause: error });
  }
  return new Refusal(`The database at ${place} refuses the connection (${message}); correct DATABASE_URL.`, { cause: error });
}
