import { messageOf } from "./refusal.mjs";

/** @typedef {import("./program-process.mjs").Life} Life */

const shortestPauseMs = 200;
const longestPauseMs = 5_000;
/** Serving this long makes up for earlier falls. */
const healthyAfterMs = 10_000;

/**
 * A process that is started again whenever it ends.
 * @typedef {object} KeptProcess
 * @property {Promise<string | undefined>} firstReady Rejects when the first life ends before it serves; then it is not started again.
 * @property {() => number | undefined} pid
 * @property {() => void} restart Ends the present life; the next begins at once.
 * @property {() => Promise<void>} stop
 * @property {() => void} kill
 */

/**
 * @param {string} name How a person calls it, first in a sentence: "The web process".
 * @param {() => Promise<Life>} launch
 * @param {(sentence: string) => void} tell
 * @returns {KeptProcess}
 */
export function keepProcess(name, launch, tell) {
  /** @type {Life | null} */
  let life = null;
  let isStopping = false;
  let isRestarting = false;
  let wake = () => {};
  /** @type {PromiseWithResolvers<string | undefined>} */
  const firstReady = Promise.withResolvers();
  firstReady.promise.catch(() => {});

  async function keep() {
    let pauseMs = shortestPauseMs;
    let hasServed = false;
    while (!isStopping) {
      let servedSince = Number.POSITIVE_INFINITY;
      try {
        life = await launch();
        if (isStopping) void life.stop();
        const url = await life.ready;
        servedSince = Date.now();
        if (hasServed && !isRestarting) tell(`${name} runs again.`);
        isRestarting = false;
        hasServed = true;
        firstReady.resolve(url);
        const end = await life.ended;
        if (!isStopping && !isRestarting) tell(`${name} ended (${end}); starting it again.`);
      } catch (error) {
        firstReady.reject(error);
        if (!hasServed) return;
        if (!isStopping) tell(`${name} could not start again: ${messageOf(error)}`);
        await life?.stop();
      }
      if (isStopping || isRestarting) continue;
      pauseMs = Date.now() - servedSince > healthyAfterMs ? shortestPauseMs : pauseMs;
      await pause(pauseMs);
      pauseMs = Math.min(pauseMs * 2, longestPauseMs);
    }
  }

  /** @param {number} ms */
  function pause(ms) {
    return new Promise((/** @type {(value: void) => void} */ resolve) => {
      const timer = setTimeout(resolve, ms);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  const kept = keep();
  return {
    firstReady: firstReady.promise,
    pid: () => life?.pid,
    restart() {
      isRestarting = true;
      void life?.stop();
    },
    async stop() {
      isStopping = true;
      wake();
      await life?.stop();
      await kept;
    },
    kill: () => life?.kill(),
  };
}
