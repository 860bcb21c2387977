import { findFreePort, findListenProblem } from "./free-port.mjs";
import { Refusal } from "./refusal.mjs";

/**
 * Where the web process listens.
 * @typedef {{ port: number, host: string }} StartSettings
 */

/**
 * Reads PORT (3000; 0 picks a free one) and HOST (127.0.0.1), and asks the system at once whether they can be had,
 * so that nobody waits for a build to hear of a port in use.
 * @returns {Promise<StartSettings>}
 * @throws {Refusal} when not.
 */
export async function readStartSettings() {
  const host = process.env.HOST || "127.0.0.1";
  const text = process.env.PORT || "3000";
  const asked = Number(text);
  if (!/^\d{1,5}$/.test(text) || asked > 65_535) throw new Refusal(`PORT is "${text}", which is no port; set it to a number from 1 to 65535, or leave it out for 3000.`);
  const port = asked === 0 ? await findFreePort() : asked;
  const problem = await findListenProblem(port, host);
  if (problem === null) return { port, host };
  if (problem === "EADDRINUSE") throw new Refusal(`Port ${port} on ${host} is in use by another program; stop that program, or set PORT to another number, for example: PORT=${port === 65_535 ? 3000 : port + 1} npm start.`);
  if (problem === "EACCES") throw new Refusal(`This user may not listen on port ${port}; set PORT to a number from 1024 up.`);
  throw new Refusal(`Nothing can listen on ${host} port ${port} here (${problem}); set HOST to an address of this machine, or leave it out for 127.0.0.1.`);
}
