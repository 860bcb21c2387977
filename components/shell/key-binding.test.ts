import { describe, expect, it } from "vitest";
import { matchKeys, sequenceTimeoutMs, type KeyBinding, type KeyPress } from "./key-binding.ts";

function binding(keys: string[], mod = false): KeyBinding {
  return { keys, mod, label: keys.join(" "), group: "Everywhere", run: () => undefined };
}

function press(key: string, timeMs = 0, mod = false): KeyPress {
  return { key, mod, alt: false, timeMs };
}

const goInbox = binding(["g", "i"]);
const search = binding(["/"]);
const palette = binding(["k"], true);
const all = [goInbox, search, palette];

describe("matchKeys", () => {
  it("runs a single key at once", () => {
    expect(matchKeys(all, [], press("/")).binding).toBe(search);
  });

  it("waits for the second key of a sequence", () => {
    const first = matchKeys(all, [], press("g"));
    expect(first.binding).toBeNull();
    expect(matchKeys(all, first.pending, press("i", 300)).binding).toBe(goInbox);
  });

  it("forgets the first key after a pause", () => {
    const first = matchKeys(all, [], press("g"));
    expect(matchKeys(all, first.pending, press("i", sequenceTimeoutMs + 1)).binding).toBeNull();
  });

  it("lets a wrong second key begin a shortcut of its own", () => {
    const first = matchKeys(all, [], press("g"));
    expect(matchKeys(all, first.pending, press("/", 100)).binding).toBe(search);
  });

  it("tells a key with Ctrl from the same key without", () => {
    expect(matchKeys(all, [], press("k")).binding).toBeNull();
    expect(matchKeys(all, [], press("k", 0, true)).binding).toBe(palette);
  });

  it("leaves keys with Alt to the browser", () => {
    expect(matchKeys(all, [], { ...press("/"), alt: true }).binding).toBeNull();
  });
});
