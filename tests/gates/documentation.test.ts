import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { checkout } from "../../scripts/checkout.mjs";

const pages = ["README.md", ...(await readdir(join(checkout, "docs"))).filter((name) => name.endsWith(".md")).map((name) => `docs/${name}`)];
const { scripts } = JSON.parse(await readFile(join(checkout, "package.json"), "utf8")) as { scripts: Record<string, string> };

test.each(pages)("%s names only commands that exist", async (page) => {
  const text = await readFile(join(checkout, page), "utf8");
  const commands = [...text.matchAll(/(?:^|`)(?:[A-Z_]+=\S+ )*npm (?:run )?([a-z-]+)/gm)].map(([, command = ""]) => command);
  expect(commands.filter((command) => scripts[command] === undefined)).toEqual([]);
});

test.each(pages)("%s names only files that exist", async (page) => {
  const text = await readFile(join(checkout, page), "utf8");
  const links = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, link = ""]) => join(dirname(page), link));
  const paths = [...text.matchAll(/`((?:app|bench|cli|components|core|docs|prisma|scripts|server|tests)\/[\w./()-]*)`/g)].map(([, path = ""]) => path);
  expect([...links, ...paths].filter((path) => !existsSync(join(checkout, path)))).toEqual([]);
});

test("the command of the project leads to a file", async () => {
  const { bin } = JSON.parse(await readFile(join(checkout, "package.json"), "utf8")) as { bin: Record<string, string> };
  expect(Object.values(bin).filter((path) => !existsSync(join(checkout, path)))).toEqual([]);
});
