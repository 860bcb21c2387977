import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { checkout } from "../../scripts/checkout.mjs";
import { folderWith } from "../setup/command.ts";
import { soundGraph } from "../setup/sound-graph.ts";
import { findOldNode } from "./old-node.ts";

const oldNode = findOldNode();
if (oldNode === null) process.stdout.write("Checking a file by an old Node is not tried: every Node on the PATH is new enough.\n");

test.skipIf(oldNode === null)("a file is checked by a Node that is too old for the rest, without fetching another one", async () => {
  const folder = folderWith({ "plan.json": soundGraph({ covers: ["r1"], tools: [] }) });
  const env = { PATH: "/nowhere", XDG_CACHE_HOME: folder, NODE_ENV: "production" as const };
  const { stdout, stderr } = await promisify(execFile)(oldNode ?? "", [join(checkout, "scripts", "run.mjs"), "cli", "check", "plan.json"], { cwd: folder, env });
  expect(stderr).toBe("");
  expect(stdout).toContain('plan.json: a bare definition "Find the reason", 3 steps');
});
