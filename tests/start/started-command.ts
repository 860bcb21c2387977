import { execFileSync, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished } from "vitest";

/** A command of a checkout that was started and may still run. */
export interface StartedCommand {
  pid: number;
  /** Everything it said so far, on both channels. */
  output(): string;
  /** What it said for other programs to read. */
  stdout(): string;
  /** Its exit code, or the signal that ended it. */
  exit: Promise<number | NodeJS.Signals>;
  /** Waits until it has said something. */
  said(text: string | RegExp): Promise<void>;
  signal(signal: NodeJS.Signals): void;
}

/** How to start it; what is left out is as in a terminal without settings. */
export interface CommandOptions {
  env?: Record<string, string>;
  /** Words in front, such as those of `unshare`. */
  through?: string[];
  node?: string;
}

/** A start that waits this long hangs. */
const patienceMs = 60_000;

const settings = ["DATABASE_URL", "COUNTERSIGN_DATA", "COUNTERSIGN_URL", "COUNTERSIGN_SECRET", "HOST", "NODE_ENV", "NODE_OPTIONS", "VITEST"];

/** Runs `scripts/run.mjs` of a checkout; it is killed when the test ends before it. */
export function startCommand(checkout: string, args: string[], { env = {}, through = [], node = process.execPath }: CommandOptions = {}): StartedCommand {
  return follow([...through, node, join(checkout, "scripts", "run.mjs"), ...args], checkout, env);
}

/** Runs `npm start` of a checkout, as people do. */
export function npmStart(checkout: string, env: Record<string, string> = {}): StartedCommand {
  return follow(["npm", "start"], checkout, env);
}

function follow([program = "", ...args]: string[], cwd: string, env: Record<string, string>): StartedCommand {
  const environment: NodeJS.ProcessEnv = { ...process.env, PORT: "0" };
  // What npm and vitest put into our environment is not what a person's terminal has.
  for (const name of Object.keys(process.env)) {
    if (settings.includes(name) || /^(npm_|VITEST_|COUNTERSIGN_)/.test(name)) delete environment[name];
  }
  const child = spawn(program, args, { cwd, env: { ...environment, ...env }, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  let stdout = "";
  child.stdout.on("data", (chunk) => {
    output += chunk;
    stdout += chunk;
  });
  child.stderr.on("data", (chunk) => (output += chunk));
  const exit = new Promise<number | NodeJS.Signals>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code, signal) => resolve(code ?? signal ?? 1));
  });
  let hasEnded = false;
  void exit.finally(() => (hasEnded = true));
  onTestFinished(async () => {
    if (hasEnded) return;
    child.kill("SIGKILL");
    await exit;
  });
  return {
    pid: child.pid ?? 0,
    output: () => output,
    stdout: () => stdout,
    exit,
    said: async (text) => {
      await expect.poll(() => (hasEnded && !matches(output, text) ? `It ended and had said:\n${output}` : output), { timeout: patienceMs }).toMatch(text);
    },
    signal: (signal) => child.kill(signal),
  };
}

function matches(output: string, text: string | RegExp): boolean {
  return typeof text === "string" ? output.includes(text) : text.test(output);
}

/** What a supervisor says about itself in its data folder. */
export function readRunning(dataFolder: string): { pid: number; url: string; databaseUrl: string } {
  return JSON.parse(readFileSync(join(dataFolder, "running.json"), "utf8"));
}

interface RunningProcess {
  pid: number;
  parent: number;
  command: string;
}

function runningProcesses(): RunningProcess[] {
  const lines = execFileSync("ps", ["-ww", "-eo", "pid=,ppid=,args="], { encoding: "utf8" }).split("\n");
  return lines
    .map((line) => /^ *(\d+) +(\d+) (.*)$/.exec(line))
    .filter((match) => match !== null)
    .map(([, pid, parent, command = ""]) => ({ pid: Number(pid), parent: Number(parent), command }))
    .filter(({ parent, command }) => parent !== process.pid || !command.startsWith("ps "));
}

/** The processes whose command line names a text, such as a folder. */
export function processesOf(text: string): RunningProcess[] {
  return runningProcesses().filter(({ command }) => command.includes(text));
}

/** The processes that a process started itself. */
export function childrenOf(parent: number): RunningProcess[] {
  return runningProcesses().filter((each) => each.parent === parent);
}

/** The one process among those that name a folder whose command line also names a program. */
export function processOf(folder: string, program: string): number {
  const found = processesOf(folder).find(({ command }) => command.includes(program));
  if (found === undefined) throw new Error(`No process of ${folder} runs ${program}`);
  return found.pid;
}

/** Waits until no process names a folder; ten seconds is what the product promises. */
export async function allGone(folder: string): Promise<void> {
  await expect.poll(() => processesOf(folder), { timeout: 10_000 }).toEqual([]);
}
