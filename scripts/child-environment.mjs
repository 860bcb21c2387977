/**
 * What every process of ours finds in its environment.
 * @param {object} known
 * @param {string} known.dataFolder
 * @param {{ port: number, host: string }} known.settings
 * @param {string} known.databaseUrl
 * @param {string} known.secret
 * @param {boolean} known.isDev
 * @returns {NodeJS.ProcessEnv}
 */
export function childEnvironment({ dataFolder, settings, databaseUrl, secret, isDev }) {
  return {
    ...process.env,
    PORT: String(settings.port),
    HOST: settings.host,
    DATABASE_URL: databaseUrl,
    COUNTERSIGN_DATA: dataFolder,
    COUNTERSIGN_SECRET: secret,
    // Compose files set what is left out to "", which is no address.
    COUNTERSIGN_URL: process.env.COUNTERSIGN_URL || undefined,
    NODE_ENV: isDev ? "development" : "production",
    NEXT_TELEMETRY_DISABLED: "1",
    CHECKPOINT_DISABLE: "1",
  };
}
