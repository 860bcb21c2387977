import { expect, test } from "vitest";
import { readGhost } from "./read-ghost.ts";

const line = '{"op":"node-add","node":{"kind":"agent","phase":"read","id":"a","title":"Read \\"all\\" of it","rationale":"Because';

test("a ghost is known as soon as its title has ended, and not before", async () => {
  const ghost = { kind: "agent", phase: "read", title: 'Read "all" of it' };
  expect(await readGhost(line.slice(0, line.indexOf(" of it")))).toBeNull();
  expect(await readGhost(line)).toEqual(ghost);
});

test("what is no op that adds a node has no ghost", async () => {
  for (const other of ["", "Sure, here is", '{"op":"edge-add","edge":{"id":"e1","from":"a","to":', '{"op":"node-add","node":{"kind":"spell","title":"No","id":"x', '["op"', "x".repeat(9_000)]) {
    expect(await readGhost(other)).toBeNull();
  }
});
