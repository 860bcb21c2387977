import { chownSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { runQuietly } from "./child-command.mjs";
import { databaseName, postgresEnvironment } from "./postgres-environment.mjs";
import { diskFull, saysDiskIsFull } from "./refusal.mjs";

/**
 * Makes the database beside its final place and moves it there whole, so that a kill in between leaves nothing half-made.
 * @param {import("./postgres-cluster.mjs").Cluster} cluster
 */
export async function initialiseCluster({ folder, binaries, user, password }) {
  const unfinished = `${folder}-unfinished`;
  const passwordFile = `${folder}-password-once`;
  rmSync(unfinished, { recursive: true, force: true });
  rmSync(passwordFile, { force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (user !== null) {
    chownSync(unfinished, user.uid, user.gid);
    chownSync(passwordFile, user.uid, user.gid);
  }
  const options = [
    `--pgdata=${unfinished}`,
    `--username=${databaseName}`,
    `--pwfile=${passwordFile}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    // Postgres's own locale sorts the same on every machine and outlives an upgrade of the system's libraries.
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--locale=C",
    "--data-checksums",
  ];
  const { code, stdout, stderr } = await runQuietly(join(binaries, "bin", "initdb"), options, {
    ...(user ?? {}),
    cwd: dirname(folder),
    env: postgresEnvironment(),
  });
  rmSync(passwordFile, { force: true });
  if (code !== 0) {
    rmSync(unfinished, { recursive: true, force: true });
    if (saysDiskIsFull(stdout + stderr)) throw diskFull(folder);
    throw new Error(`initdb could not make the database in ${folder}:\n${stderr}`);
  }
  renameSync(unfinished, folder);
}
