import { globSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { expect, test } from "vitest";

/** Classes that a component takes from a CSS module which doesn't have them; the types let any name through, and the browser draws its own. */
function missingClasses(code: string, read: (path: string) => string): string[] {
  const body = code.replaceAll(/^import .*$/gm, "");
  return [...code.matchAll(/^import (\w+) from "(\..+\.module\.css)";$/gm)].flatMap(([, name = "", path = ""]) => {
    const styles = read(path);
    const taken = new Set([...body.matchAll(new RegExp(`\\b${name}\\.(\\w+)`, "g"))].flatMap(([, taking]) => taking ?? []));
    return [...taken].filter((one) => !new RegExp(`\\.${one}\\b`).test(styles)).map((one) => `${one} is not in ${path}`);
  });
}

const components = globSync("{app,components}/**/*.tsx");

test("every class that a component takes is in its module", () => {
  expect(components.length).toBeGreaterThan(100);
  const missing = components.flatMap((file) => missingClasses(readFileSync(file, "utf8"), (path) => readFileSync(normalize(join(dirname(file), path)), "utf8")).map((one) => `${file}: ${one}`));
  expect(missing).toEqual([]);
});

test("one that isn't there is noticed", () => {
  const code = 'import look from "./look.module.css";\nconst a = <b className={look.title}>{look.words}</b>;';
  expect(missingClasses(code, () => ".title { color: red; }")).toEqual(["words is not in ./look.module.css"]);
});
