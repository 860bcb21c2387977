import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkout } from "../../scripts/checkout.mjs";
import { guard } from "../../scripts/watchdog.mjs";

/** One of the processes that an installation consists of. */
type AppProcess = "supervisor" | "web" | "worker" | "postgres";

/** An installation of its own, started like people start it, on a free port and an empty data folder. */
export interface RunningApp {
  url: string;
  databaseUrl: string;
  /** The address that creates the first admin, and works once; its own address where there is one already. */
  firstAdminLink: string;
  /** What it printed so far. */
  output: () => string;
  /** Ends one of its processes without a chance to say goodbye; the supervisor starts it again. Other signals let it wait or go on. */
  kill: (name: AppProcess, signal?: "SIGKILL" | "SIGSTOP" | "SIGCONT") => void;
  /** Stops it like Ctrl-C and removes its data, unless somebody else keeps them. */
  stop: () => Promise<void>;
}

const commandLines: Record<Exclude<AppProcess, "supervisor">, RegExp> = {
  web: /server\/web\.ts/,
  worker: /server\/worker\.ts/,
  postgres: /\/postgres -D /,
};

/**
 * Starts the built product and waits until it takes visitors.
 * @param keptFolder whose data it goes on with, and leaves there
 * @throws with everything it printed when it ends before.
 */
export async function startApp(keptFolder?: string): Promise<RunningApp> {
  const dataFolder = keptFolder ?? await mkdtemp(join(tmpdir(), "countersign-browser-"));
  const { DATABASE_URL: _external, ...environment } = process.env;
  const child = spawn(process.execPath, [join(checkout, "scripts", "run.mjs"), "start"], {
    cwd: checkout,
    env: { ...environment, PORT: "0", HOST: "127.0.0.1", COUNTERSIGN_DATA: dataFolder, COUNTERSIGN_SAMPLES: "no" },
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const pid = child.pid ?? 0;
  const unguard = guard(pid, "command");
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text: string) => (output += text));
  const isOver = new Promise<void>((resolve) => child.once("close", () => resolve()));
  const stop = async () => {
    child.kill("SIGTERM");
    await isOver;
    unguard();
    if (keptFolder === undefined) await rm(dataFolder, { recursive: true, force: true });
  };
  const firstAdminLink = await printedAddress(child, () => output);
  const { url, databaseUrl } = JSON.parse(await readFile(join(dataFolder, "running.json"), "utf8")) as { url: string; databaseUrl: string };
  const kill: RunningApp["kill"] = (name, signal = "SIGKILL") => void process.kill(name === "supervisor" ? pid : childProcess(pid, commandLines[name]), signal);
  return { url, databaseUrl, firstAdminLink, output: () => output, kill, stop };
}

/** The one clickable address that a start ends with. */
function printedAddress(child: ChildProcess, output: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    child.stdout?.on("data", () => {
      const address = /^ {2}(https?:\/\/\S+)$/m.exec(output())?.[1];
      if (address !== undefined) resolve(address);
    });
    child.once("close", () => reject(new Error(`The installation ended before it took visitors:\n${output()}`)));
  });
}

/** @throws when the supervisor has no such child at this moment. */
function childProcess(parent: number, commandLine: RegExp): number {
  const lines = execFileSync("ps", ["-A", "-ww", "-o", "pid=,ppid=,args="], { encoding: "utf8" }).split("\n");
  const processes = lines.map((line) => /^ *(\d+) +(\d+) (.*)$/.exec(line)).filter((match) => match !== null);
  const found = processes.find(([, , ppid, args = ""]) => Number(ppid) === parent && commandLine.test(args));
  if (found === undefined) throw new Error(`The supervisor ${parent} has no child like ${commandLine}.`);
  return Number(found[1]);
}
