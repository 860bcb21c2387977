import { execFileSync } from "node:child_process";

/**
 * Words in front of a command that give it a small or read-only file system of its own, which vanishes with it.
 * @param folder an existing folder to mount on
 * @param options mount options of tmpfs, such as `size=20m` or `ro`
 */
export function throughPrivateMount(folder: string, options: string): string[] {
  return [...unshare, "sh", "-c", 'mount -t tmpfs -o "$0" none "$1" && shift && exec "$@"', options, folder];
}

const unshare = process.getuid?.() === 0 ? ["unshare", "--mount"] : ["unshare", "--user", "--map-current-user", "--keep-caps", "--mount"];

/** Why this machine can't make private mounts; null when it can. */
export function findMountProblem(): string | null {
  if (process.platform !== "linux") return "private mounts are Linux's";
  try {
    execFileSync(unshare[0] ?? "", [...unshare.slice(1), "sh", "-c", "mount -t tmpfs none /mnt"], { stdio: "pipe" });
    return null;
  } catch (error) {
    return `this machine allows no private mounts (${String(error).split("\n").at(-2)})`;
  }
}
