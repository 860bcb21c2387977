import { readdir } from "node:fs/promises";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

const app = fileURLToPath(new URL("../../app", import.meta.url));

/** Every page and route handler of app/, as Next names it: `/links/[token]`; groups in parentheses left out. */
export async function appRoutes(): Promise<string[]> {
  const files = await readdir(app, { recursive: true });
  const doors = files.filter((file) => /(^|[/\\])(page|route)\.(tsx?|jsx?)$/.test(file));
  return doors.map((file) => {
    const folders = dirname(file).split(/[/\\]/).filter((folder) => folder !== "." && !/^\(.*\)$/.test(folder));
    // A folder whose name would begin with an underscore is written "%5F".
    return decodeURIComponent(`/${folders.join("/")}`);
  });
}
