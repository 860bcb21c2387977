import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Glimpse } from "../../core/log/glimpse.ts";
import type { LogEntry, Positions } from "../../core/log/log-entry.ts";
import type { StreamEvents } from "./live-connection.ts";
import { LiveHub } from "./live-hub.ts";
import type { LiveReader } from "./live-source.ts";

const topic = "test:a";

/** A server as the hub sees it: a log, and the streams that were opened on it. */
function startServer(): {
  log: LogEntry[];
  streams: { positions: Positions; events: StreamEvents; isOpen: boolean }[];
  open: (positions: Positions, events: StreamEvents) => () => void;
  append: (count: number) => LogEntry[];
  answer: () => void;
  cut: (isSignedOut?: boolean) => void;
} {
  const log: LogEntry[] = [];
  const streams: { positions: Positions; events: StreamEvents; isOpen: boolean }[] = [];
  const current = () => streams.findLast((stream) => stream.isOpen);
  return {
    log,
    streams,
    open: (positions, events) => {
      const stream = { positions, events, isOpen: true };
      streams.push(stream);
      return () => {
        stream.isOpen = false;
      };
    },
    append: (count) => {
      const entries = Array.from({ length: count }, (_, at) => ({ topic, sequence: log.length + at + 1, at: new Date(0), data: null }));
      log.push(...entries);
      return entries;
    },
    answer: () => {
      const stream = current();
      if (stream === undefined) return;
      const last = log.length;
      const positions = Object.fromEntries([...stream.positions].map(([name, from]) => [name, Math.min(from, last)]));
      stream.events.onMessage({ kind: "opened", positions, refused: [] });
      const from = positions[topic];
      if (from !== undefined && from < last) stream.events.onMessage({ kind: "entries", entries: log.slice(from) });
    },
    cut: (isSignedOut = false) => {
      const stream = current();
      if (stream === undefined) return;
      stream.isOpen = false;
      stream.events.onEnd(isSignedOut);
    },
  };
}

function recordingReader(): LiveReader & { sequences: number[]; restarts: number; refusals: number; glimpses: unknown[] } {
  const reader = {
    sequences: [] as number[],
    restarts: 0,
    refusals: 0,
    onEntries: (entries: LogEntry[]) => void reader.sequences.push(...entries.map((entry) => entry.sequence)),
    glimpses: [] as unknown[],
    onGlimpse: ({ data }: Glimpse) => void reader.glimpses.push(data),
    onRestart: () => void reader.restarts++,
    onRefused: () => void reader.refusals++,
  };
  return reader;
}

const upTo = (from: number, last: number): number[] => Array.from({ length: last - from }, (_, at) => from + at + 1);

let isOnline = true;

function startHub() {
  const server = startServer();
  const hub = new LiveHub({ open: server.open, isOnline: () => isOnline });
  return { server, hub };
}

beforeEach(() => {
  isOnline = true;
  vi.useFakeTimers();
});
afterEach(() => void vi.useRealTimers());

describe("the live hub", () => {
  it("opens one stream for all topics that come within a moment", () => {
    const { server, hub } = startHub();
    hub.subscribe("test:a", 3, recordingReader());
    hub.subscribe("test:b", 7, recordingReader());
    hub.watch(() => undefined);
    hub.subscribe("test:c", 0, recordingReader());
    expect(server.streams).toHaveLength(1);
    vi.advanceTimersByTime(50);
    expect(server.streams.filter((stream) => stream.isOpen)).toHaveLength(1);
    expect(server.streams.at(-1)?.positions).toEqual(new Map([["test:a", 3], ["test:b", 7], ["test:c", 0]]));
  });

  it("gives a later reader the entries it lacks, and the earlier one none of them again", () => {
    const { server, hub } = startHub();
    server.append(700);
    const early = recordingReader();
    hub.watch(() => undefined);
    hub.subscribe(topic, 690, early);
    vi.advanceTimersByTime(50);
    server.answer();
    const near = recordingReader();
    hub.subscribe(topic, 695, near);
    expect(near.sequences).toEqual(upTo(695, 700));
    const far = recordingReader();
    hub.subscribe(topic, 10, far);
    server.streams.at(-1)?.events.onMessage({ kind: "entries", entries: server.append(1) });
    vi.advanceTimersByTime(50);
    server.answer();
    expect(far.sequences).toEqual(upTo(10, 701));
    expect(near.sequences).toEqual(upTo(695, 701));
    expect(early.sequences).toEqual(upTo(690, 701));
  });

  it("goes on from its positions after a cut, and says nothing about a short one", () => {
    const { server, hub } = startHub();
    const reader = recordingReader();
    const states: string[] = [];
    hub.watch(() => states.push(hub.status.state));
    hub.subscribe(topic, 0, reader);
    vi.advanceTimersByTime(50);
    server.append(2);
    server.answer();
    vi.advanceTimersByTime(10_000);
    server.cut();
    server.append(3);
    vi.advanceTimersByTime(300);
    server.answer();
    expect(reader.sequences).toEqual(upTo(0, 5));
    vi.advanceTimersByTime(5_000);
    expect(states).toEqual(["live"]);
  });

  it("says that it reconnects after a second, waits longer each time, up to 15 seconds, and tries at once when nudged", () => {
    const { server, hub } = startHub();
    hub.watch(() => undefined);
    server.answer();
    vi.advanceTimersByTime(10_000);
    const brokeAt = Date.now();
    server.cut();
    const gaps: number[] = [];
    for (let attempt = 0; attempt < 8; attempt += 1) {
      const before = Date.now();
      const count = server.streams.length;
      while (server.streams.length === count) vi.advanceTimersByTime(10);
      gaps.push(Date.now() - before);
      server.cut();
    }
    expect(hub.status).toEqual({ state: "reconnecting", since: brokeAt });
    const limits = [250, 1_000, 2_000, 4_000, 8_000, 15_000, 15_000, 15_000];
    for (const [at, gap] of gaps.entries()) {
      expect(gap).toBeLessThanOrEqual(limits[at]! + 10);
      expect(gap).toBeGreaterThanOrEqual(limits[at]! / 2);
    }
    const count = server.streams.length;
    hub.nudge();
    expect(server.streams).toHaveLength(count + 1);
    server.answer();
    expect(hub.status.state).toBe("live");
  });

  it("is offline without a network, and back when the network is", () => {
    const { server, hub } = startHub();
    hub.watch(() => undefined);
    server.answer();
    isOnline = false;
    server.cut();
    expect(hub.status.state).toBe("offline");
    isOnline = true;
    hub.nudge();
    server.answer();
    expect(hub.status.state).toBe("live");
  });

  it("is offline at once when the browser says so, and live again when a stream opens after all", () => {
    const { server, hub } = startHub();
    hub.watch(() => undefined);
    server.answer();
    isOnline = false;
    hub.lose();
    expect(hub.status.state).toBe("offline");
    expect(server.streams[0]?.isOpen).toBe(false);
    // On this machine itself a server is there without a network.
    vi.advanceTimersByTime(250);
    server.answer();
    expect(hub.status.state).toBe("live");
  });

  it("stops trying once the session has ended", () => {
    const { server, hub } = startHub();
    hub.watch(() => undefined);
    server.answer();
    server.cut(true);
    expect(hub.status).toMatchObject({ state: "offline", isSignedOut: true });
    vi.advanceTimersByTime(60_000);
    expect(server.streams).toHaveLength(1);
  });

  it("closes the stream when nobody watches or looks, and goes on where it was", () => {
    const { server, hub } = startHub();
    const reader = recordingReader();
    hub.subscribe(topic, 0, reader);
    const leave = hub.watch(() => undefined);
    server.append(1);
    server.answer();
    hub.setAwake(false);
    expect(server.streams.every((stream) => !stream.isOpen)).toBe(true);
    server.append(4);
    hub.setAwake(true);
    server.answer();
    expect(reader.sequences).toEqual(upTo(0, 5));
    leave();
    expect(server.streams.every((stream) => !stream.isOpen)).toBe(true);
  });

  it("asks again by itself when an entry is missing in between", () => {
    const { server, hub } = startHub();
    const reader = recordingReader();
    hub.subscribe(topic, 0, reader);
    hub.watch(() => undefined);
    server.answer();
    vi.advanceTimersByTime(10_000);
    server.append(1);
    server.streams.at(-1)?.events.onMessage({ kind: "entries", entries: server.append(2) });
    expect(reader.sequences).toEqual([]);
    const count = server.streams.length;
    vi.advanceTimersByTime(300);
    expect(server.streams).toHaveLength(count + 1);
    server.answer();
    expect(reader.sequences).toEqual([1, 2, 3]);
  });

  it("tells readers that the log is another when the server is behind them", () => {
    const { server, hub } = startHub();
    const reader = recordingReader();
    server.append(2);
    hub.subscribe(topic, 40, reader);
    hub.watch(() => undefined);
    server.answer();
    expect(reader.restarts).toBe(1);
    server.streams.at(-1)?.events.onMessage({ kind: "entries", entries: server.append(1) });
    expect(reader.sequences).toEqual([3]);
  });

  it("tells readers of a refused topic, also those that come later, and goes on with the others", () => {
    const { server, hub } = startHub();
    const refused = recordingReader();
    const reader = recordingReader();
    hub.subscribe("test:secret", 0, refused);
    hub.subscribe(topic, 0, reader);
    hub.watch(() => undefined);
    server.streams.at(-1)?.events.onMessage({ kind: "opened", positions: { [topic]: 0 }, refused: ["test:secret"] });
    const late = recordingReader();
    hub.subscribe("test:secret", 0, late);
    server.streams.at(-1)?.events.onMessage({ kind: "entries", entries: server.append(1) });
    expect([refused.refusals, late.refusals, reader.sequences]).toEqual([1, 1, [1]]);
  });

  it("gives every reader exactly the entries after its start, whatever is cut, repeated or joined when", () => {
    const step = fc.oneof(
      fc.record({ kind: fc.constant("append" as const), count: fc.integer({ min: 1, max: 30 }), isLost: fc.boolean(), isRepeated: fc.boolean() }),
      fc.record({ kind: fc.constant("cut" as const) }),
      fc.record({ kind: fc.constant("join" as const), back: fc.nat(60) }),
      fc.record({ kind: fc.constant("leave" as const), at: fc.nat() }),
      fc.record({ kind: fc.constant("wait" as const), ms: fc.integer({ min: 1, max: 20_000 }) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const { server, hub } = startHub();
        hub.watch(() => undefined);
        const readers: { from: number; reader: ReturnType<typeof recordingReader>; leave: () => void; leftAt: number | null }[] = [];
        for (const { kind, ...what } of steps.map((each) => ({ count: 0, isLost: false, isRepeated: false, back: 0, at: 0, ms: 0, ...each }))) {
          if (kind === "append") {
            const entries = server.append(what.count);
            const stream = server.streams.findLast(({ isOpen }) => isOpen);
            // A message that is lost on the way takes the connection with it, sooner or later: what comes after shows the gap.
            if (!what.isLost && stream?.positions.has(topic)) stream.events.onMessage({ kind: "entries", entries });
            if (what.isRepeated && stream?.positions.has(topic)) stream.events.onMessage({ kind: "entries", entries });
          } else if (kind === "cut") {
            server.cut();
          } else if (kind === "join") {
            const from = Math.max(0, server.log.length - what.back);
            const reader = recordingReader();
            readers.push({ from, reader, leave: hub.subscribe(topic, from, reader), leftAt: null });
          } else if (kind === "leave" && readers.length > 0) {
            const left = readers[what.at % readers.length]!;
            left.leave();
            left.leftAt ??= left.reader.sequences.length;
          } else if (kind === "wait") {
            const count = server.streams.length;
            vi.advanceTimersByTime(what.ms);
            if (server.streams.length > count) server.answer();
          }
        }
        server.cut();
        vi.advanceTimersByTime(16_000);
        server.answer();
        for (const { from, reader, leftAt } of readers) {
          expect(reader.sequences).toEqual(leftAt === null ? upTo(from, server.log.length) : upTo(from, from + leftAt));
        }
      }),
    );
  });
});
