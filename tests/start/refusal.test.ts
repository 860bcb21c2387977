import { chownSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import pg from "pg";
import { beforeEach, expect, onTestFinished, test } from "vitest";
import { findPostgresUser } from "../../scripts/postgres-user.mjs";
import { startPostgres } from "../../scripts/postgres.mjs";
import { findMountProblem, throughPrivateMount } from "./private-mount.ts";
import { makeStandInCheckout, type StandInCheckout } from "./stand-in-checkout.ts";
import { allGone, startCommand, type CommandOptions } from "./started-command.ts";

let checkout: StandInCheckout;

beforeEach(() => {
  checkout = makeStandInCheckout();
  onTestFinished(async () => {
    await allGone(checkout.folder);
    checkout.remove();
  });
});

/** Starts, expects exit 1, and gives back the one sentence it ended with. */
async function refusalOf(options: CommandOptions): Promise<string> {
  const command = startCommand(checkout.folder, ["start"], options);
  expect([await command.exit, command.output()]).toEqual([1, expect.any(String)]);
  expect(command.output()).not.toMatch(/^\s+at /m);
  const lines = command.output().trimEnd().split("\n");
  expect(lines.filter((line) => line.startsWith("✗"))).toEqual([lines.at(-1)]);
  return lines.at(-1)?.slice("✗ ".length) ?? "";
}

async function listen(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  return (server.address() as AddressInfo).port;
}

test("a port in use is named before anything is built", async () => {
  const port = await listen();
  expect(await refusalOf({ env: { PORT: String(port) } })).toBe(
    `Port ${port} on 127.0.0.1 is in use by another program; stop that program, or set PORT to another number, for example: PORT=${port + 1} npm start.`,
  );
  expect(existsSync(join(checkout.folder, ".next"))).toBe(false);
});

test("a PORT or HOST that can't be is named", async () => {
  expect(await refusalOf({ env: { PORT: "house" } })).toContain('PORT is "house", which is no port');
  expect(await refusalOf({ env: { HOST: "192.0.2.1" } })).toContain("Nothing can listen on 192.0.2.1");
});

test("a data folder from a newer version is left as it is", async () => {
  mkdirSync(checkout.dataFolder, { recursive: true });
  const layout = join(checkout.dataFolder, "layout.json");
  writeFileSync(layout, '{"layout":99}\n');
  expect(await refusalOf({})).toContain("is from a newer version of Countersign (layout 99, this version knows 1); nothing was changed");
  expect(readFileSync(layout, "utf8")).toBe('{"layout":99}\n');
});

test("a database made by another Postgres is left as it is", async () => {
  const cluster = join(checkout.dataFolder, "postgres");
  mkdirSync(cluster, { recursive: true });
  if (process.getuid?.() === 0) chownSync(cluster, findPostgresUser()?.uid ?? 0, -1);
  writeFileSync(join(cluster, "PG_VERSION"), "12\n");
  expect(await refusalOf({})).toContain("was made by Postgres 12");
});

test.skipIf(process.getuid?.() !== 0)("a database that belongs to another user is left as it is", async () => {
  const cluster = join(checkout.dataFolder, "postgres");
  mkdirSync(cluster, { recursive: true });
  writeFileSync(join(cluster, "PG_VERSION"), "18\n");
  chownSync(cluster, 65_534, 65_534);
  expect(await refusalOf({})).toContain("belongs to another user (number 65534)");
});

test("a data folder that can't be one is named", async () => {
  writeFileSync(join(checkout.folder, "file"), "");
  const folder = join(checkout.folder, "file", "data");
  expect(await refusalOf({ env: { COUNTERSIGN_DATA: folder } })).toContain(`The folder ${folder} can't be made because a file is in its place`);
});

test("what the preparation of the database says is passed on", async () => {
  expect(await refusalOf({ env: { STAND_IN_PREPARE_ERROR: "The database is from a newer version; nothing was changed." } })).toBe(
    "The database is from a newer version; nothing was changed.",
  );
});

test("a DATABASE_URL that does not work is explained without its password", async () => {
  const postgres = await startPostgres({ dataFolder: join(checkout.folder, "another"), settings: { fsync: "off" } });
  onTestFinished(postgres.stop);
  const refusalFor = async (change: (url: URL) => void) => {
    const url = new URL(postgres.url);
    change(url);
    const sentence = await refusalOf({ env: { DATABASE_URL: url.href } });
    expect(sentence).not.toContain(url.password);
    return sentence;
  };
  const { host } = new URL(postgres.url);
  expect(await refusalFor((url) => (url.port = "1"))).toContain("The database at 127.0.0.1:1 can't be reached (ECONNREFUSED)");
  expect(await refusalFor((url) => (url.password = "wrong-password"))).toBe(
    `The database at ${host} does not accept the user "countersign" with the password given; correct DATABASE_URL.`,
  );
  expect(await refusalFor((url) => (url.pathname = "/nowhere"))).toBe(`There is no database "nowhere" at ${host}; make it (createdb nowhere) or correct DATABASE_URL.`);
  expect(await refusalOf({ env: { DATABASE_URL: "mysql://x" } })).toContain("DATABASE_URL is not the address of a Postgres database");
  await postgres.stop();
  expect(await refusalFor(() => {})).toContain(`The database at ${host} can't be reached`);
});

test("a DATABASE_URL that works takes the place of the own Postgres", async () => {
  const postgres = await startPostgres({ dataFolder: join(checkout.folder, "another"), settings: { fsync: "off" } });
  onTestFinished(postgres.stop);
  const command = startCommand(checkout.folder, ["start"], { env: { DATABASE_URL: postgres.url } });
  await command.said("Countersign is ready");
  expect(existsSync(join(checkout.dataFolder, "postgres"))).toBe(false);
  const client = new pg.Client({ connectionString: postgres.url });
  await client.connect();
  expect((await client.query("select count(*)::int as visits from visit")).rows).toEqual([{ visits: 1 }]);
  await client.end();
  command.signal("SIGINT");
  expect(await command.exit).toBe(0);
  await postgres.stop();
});

test("packages that can't be fetched are explained", async () => {
  rmSync(join(checkout.folder, "node_modules"), { recursive: true });
  const env = { npm_config_registry: "http://127.0.0.1:1/", npm_config_cache: join(checkout.folder, "empty-cache") };
  expect(await refusalOf({ env })).toContain("The packages could not be installed because npm can't reach its registry");
});

const mountProblem = findMountProblem();
if (mountProblem !== null) process.stdout.write(`Full and read-only disks are not tried: ${mountProblem}\n`);

test.skipIf(mountProblem !== null)("a full disk is named, whoever hits it", async () => {
  const folder = join(checkout.folder, "small");
  mkdirSync(folder);
  const env = { COUNTERSIGN_DATA: join(folder, "data") };
  // Room for our own files but not for a database.
  for (const size of ["8m", "40m"]) {
    expect(await refusalOf({ env, through: throughPrivateMount(folder, `size=${size},mode=755`) })).toContain(`The disk that holds ${join(folder, "data")}`);
  }
  // Room for nothing.
  expect(await refusalOf({ env, through: throughPrivateMount(folder, "nr_inodes=3,mode=755") })).toContain("is full; what was stored before is kept");
});

test.skipIf(mountProblem !== null)("a folder that can't be written is named", async () => {
  const folder = join(checkout.folder, "fixed");
  mkdirSync(folder);
  expect(await refusalOf({ env: { COUNTERSIGN_DATA: join(folder, "data") }, through: throughPrivateMount(folder, "ro") })).toContain(
    `The folder ${join(folder, "data")} can't be written by this user (EROFS)`,
  );
});

test.skipIf(process.getuid?.() !== 0)("root in a checkout that others can't enter gets a data folder that Postgres's user can", async () => {
  const closed = join(checkout.folder, "closed");
  mkdirSync(closed, { mode: 0o700 });
  const hidden = makeStandInCheckout(closed);
  const command = startCommand(hidden.folder, ["start"]);
  await command.said("Countersign is ready");
  const elsewhere = /Data folder: (\/var\/lib\/countersign\/[0-9a-f]{12})/.exec(command.output())?.[1] ?? "";
  onTestFinished(() => rmSync(elsewhere, { recursive: true }));
  expect(existsSync(join(elsewhere, "postgres", "PG_VERSION"))).toBe(true);
  command.signal("SIGINT");
  expect(await command.exit).toBe(0);
});
