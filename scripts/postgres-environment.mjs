/** The name of the database's owner and of the database itself. */
export const databaseName = "countersign";

/** @returns {NodeJS.ProcessEnv} An environment in which nobody's PGDATA, PGPORT or locale reaches Postgres, and its messages are in English. */
export function postgresEnvironment() {
  const { PATH } = process.env;
  return { NODE_ENV: process.env.NODE_ENV, PATH, LC_ALL: "C", TZ: "UTC" };
}
