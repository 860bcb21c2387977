/** The database that is migrated once and copied for every test file. */
export const templateName = "countersign_template";

/**
 * @param postgresUrl address of any database of a Postgres
 * @param name another database of the same Postgres
 */
export function databaseAddress(postgresUrl: string, name: string): string {
  const url = new URL(postgresUrl);
  url.pathname = `/${name}`;
  return url.href;
}
