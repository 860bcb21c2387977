import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import type { LogEntry } from "../../core/log/log-entry.ts";
import { freshDatabase, type FreshDatabase } from "../../tests/setup/database.ts";
import { createPrisma, type PrismaClient } from "../db/client.ts";
import { showGlimpse } from "../db/glimpses.ts";
import { appendToLog, lastLogSequences, readLogAfter } from "../db/log-repository.ts";
import { LogHub, type LogHubOptions } from "./log-hub.ts";
import { listenToLog } from "./log-listener.ts";
import type { LogReader } from "./log-reader.ts";
import type { LogSubscription } from "./log-subscription.ts";

let database: FreshDatabase;
let prisma: PrismaClient;
let reader: LogReader;
const hubs: LogHub[] = [];

beforeAll(async () => {
  database = await freshDatabase();
  prisma = createPrisma(database.url);
  reader = {
    readAfter: vi.fn((positions, limit) => readLogAfter(prisma, positions, limit)),
    lastSequences: (topics) => lastLogSequences(prisma, topics),
  };
});
afterEach(async () => {
  await Promise.all(hubs.splice(0).map((hub) => hub.close()));
});
afterAll(async () => {
  await prisma.$disconnect();
  await database.drop();
});

function startHub(options: Partial<LogHubOptions> = {}): LogHub {
  const hub = new LogHub({ reader, listen: (events) => listenToLog(database.url, events), onFault: () => undefined, ...options });
  hubs.push(hub);
  return hub;
}

/** A hub that listens already, so that a test sees notifications and not the first look at the table. */
async function startListeningHub(options: Partial<LogHubOptions> = {}): Promise<LogHub> {
  const hub = startHub({ pollEveryMs: 600_000, ...options });
  const topic = newTopic();
  const life = new AbortController();
  const subscription = await hub.subscribe(new Map([[topic, 0]]), life.signal);
  await append(topic, 1);
  await subscription.next(life.signal);
  await vi.waitFor(async () => expect(await listenConnections()).toBeGreaterThan(0));
  life.abort();
  return hub;
}

let topicCount = 0;
const newTopic = (): string => `test:hub-${(topicCount += 1)}`;

const append = (topic: string, count: number): Promise<number> =>
  prisma.$transaction((transaction) => appendToLog(transaction, topic, new Date(), Array.from({ length: count }, (_, at) => ({ at }))));

async function listenConnections(): Promise<number> {
  const [row] = await prisma.$queryRaw<[{ count: bigint }]>`
    SELECT count(*) FROM pg_stat_activity WHERE application_name = 'countersign live' AND datname = current_database() AND query LIKE 'LISTEN%'`;
  return Number(row.count);
}

const never = new AbortController().signal;

async function readUntil(subscription: LogSubscription, last: number): Promise<number[]> {
  const sequences: number[] = [];
  while (sequences.at(-1) !== last) {
    const news = await subscription.next(never);
    if (news === null) break;
    sequences.push(...news.entries.map((entry) => entry.sequence));
  }
  return sequences;
}

const upTo = (from: number, last: number): number[] => Array.from({ length: last - from }, (_, at) => from + at + 1);

describe("the log hub on a real Postgres", () => {
  it("gives every reader each entry once and in order, wherever it starts and however many write at once", async () => {
    const hub = startHub();
    const topic = newTopic();
    await append(topic, 1_200);
    const starts = [0, 1, 700, 1_199, 1_200];
    const readers = await Promise.all(starts.map((start) => hub.subscribe(new Map([[topic, start]]), never)));
    const fromNow = await hub.subscribe(new Map([[topic, null]]), never);
    const writers = Array.from({ length: 4 }, async () => {
      for (let turn = 0; turn < 50; turn += 1) await append(topic, 2);
    });
    const read = Promise.all([...readers, fromNow].map((each) => readUntil(each, 1_600)));
    await Promise.all(writers);
    expect((await lastLogSequences(prisma, [topic])).get(topic)).toBe(1_600);
    expect(await read).toEqual([...starts, 1_200].map((start) => upTo(start, 1_600)));
  });

  it("carries several topics in one reader and keeps others out", async () => {
    const hub = startHub();
    const [one, two, other] = [newTopic(), newTopic(), newTopic()];
    await append(one, 2);
    const subscription = await hub.subscribe(new Map([[one, 1], [two, 0]]), never);
    await Promise.all([append(other, 1), append(one, 3), append(two, 2)]);
    const entries: LogEntry[] = [];
    while (entries.length < 6) entries.push(...((await subscription.next(never))?.entries ?? []));
    const byTopic = Map.groupBy(entries, (entry) => entry.topic);
    expect([...byTopic.keys()].toSorted()).toEqual([one, two].toSorted());
    expect(byTopic.get(one)?.map((entry) => entry.sequence)).toEqual(upTo(1, 5));
    expect(byTopic.get(two)?.map((entry) => entry.sequence)).toEqual([1, 2]);
  });

  it("reads a new entry once for all readers, over one LISTEN connection", async () => {
    const hub = await startListeningHub();
    const topic = newTopic();
    const readers = await Promise.all(Array.from({ length: 50 }, () => hub.subscribe(new Map([[topic, 0]]), never)));
    vi.mocked(reader.readAfter).mockClear();
    const read = Promise.all(readers.map((each) => readUntil(each, 30)));
    for (let turn = 0; turn < 30; turn += 1) await append(topic, 1);
    expect(await read).toEqual(readers.map(() => upTo(0, 30)));
    expect(vi.mocked(reader.readAfter).mock.calls.length).toBeLessThanOrEqual(30);
    expect(await listenConnections()).toBe(1);
    expect(hub.openCount).toBe(50);
  });

  it("gives a reader what was written before it came, also when nothing is written after", async () => {
    const hub = await startListeningHub();
    const topic = newTopic();
    await append(topic, 3);
    const subscription = await hub.subscribe(new Map([[topic, 1]]), never);
    expect(await readUntil(subscription, 3)).toEqual([2, 3]);
  });

  it("lets its LISTEN connection go when nobody reads any more, and takes another for the next reader", async () => {
    const hub = await startListeningHub({ restAfterMs: 0 });
    await vi.waitFor(async () => expect(await listenConnections()).toBe(0));
    const topic = newTopic();
    const subscription = await hub.subscribe(new Map([[topic, 0]]), never);
    await vi.waitFor(async () => expect(await listenConnections()).toBe(1));
    await append(topic, 2);
    expect(await readUntil(subscription, 2)).toEqual([1, 2]);
  });

  it("finds by polling what no notification announced", async () => {
    const hub = await startListeningHub({ pollEveryMs: 20 });
    const topic = newTopic();
    const subscription = await hub.subscribe(new Map([[topic, 0]]), never);
    await prisma.logTopic.create({ data: { topic, lastSequence: 0 } });
    for (let sequence = 1; sequence <= 5; sequence += 1) {
      await prisma.$transaction([
        prisma.logTopic.update({ where: { topic }, data: { lastSequence: sequence } }),
        prisma.logEntry.create({ data: { topic, sequence, at: new Date(), data: {} } }),
      ]);
      expect(await readUntil(subscription, sequence)).toEqual([sequence]);
    }
  });

  it("keeps little for a reader that falls behind, and loses nothing of what it missed", async () => {
    const hub = startHub();
    const topic = newTopic();
    const slow = await hub.subscribe(new Map([[topic, 0]]), never);
    const quick = await hub.subscribe(new Map([[topic, 0]]), never);
    for (let turn = 0; turn < 10; turn += 1) await append(topic, 400);
    expect(await readUntil(quick, 4_000)).toEqual(upTo(0, 4_000));
    expect(await readUntil(slow, 4_000)).toEqual(upTo(0, 4_000));
  });

  it("gets over a lost LISTEN connection without ending streams or missing what was written meanwhile", async () => {
    const faults: unknown[] = [];
    const hub = await startListeningHub({ onFault: (cause) => faults.push(cause) });
    const topic = newTopic();
    const subscription = await hub.subscribe(new Map([[topic, 0]]), never);
    for (let cut = 1; cut <= 5; cut += 1) {
      await prisma.$executeRaw`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE application_name = 'countersign live' AND datname = current_database()`;
      await append(topic, 1);
      expect(await readUntil(subscription, cut)).toEqual([cut]);
      await vi.waitFor(() => expect(faults.length).toBeGreaterThan(0));
      await vi.waitFor(async () => expect(await listenConnections()).toBe(1));
    }
    expect(subscription.end).toBeNull();
  });

  it("ends streams when the database stays away, so that no browser shows live over it", async () => {
    let lose: (() => void) | undefined;
    const hub = startHub({
      lostGraceMs: 10,
      listen: (events) => {
        events.onListening();
        lose = () => events.onLost(new Error("gone"));
        return { close: async () => undefined };
      },
    });
    const subscription = await hub.subscribe(new Map([[newTopic(), 0]]), never);
    lose?.();
    expect(await subscription.next(never)).toBeNull();
    expect(subscription.end).toBe("database-lost");
  });

  it("ignores notifications that are not ours and survives one that announces too much", async () => {
    const hub = await startListeningHub();
    const topic = newTopic();
    const subscription = await hub.subscribe(new Map([[topic, 0]]), never);
    for (const payload of ["", "nonsense", "audit", "audit -1", "secret:1 4", `${topic} 1 2`, `${topic} 1e99`, `${topic} 900`]) {
      await prisma.$executeRaw`SELECT pg_notify('countersign_log', ${payload})`;
    }
    await append(topic, 2);
    expect(await readUntil(subscription, 2)).toEqual([1, 2]);
  });

  it("shows the newest glimpse of each thing to who follows its topic, keeps none, and gets over what is no glimpse", async () => {
    const hub = await startListeningHub();
    const [topic, other] = [newTopic(), newTopic()];
    const subscription = await hub.subscribe(new Map([[topic, 0]]), never);
    const show = (about: string, data: string) => showGlimpse(prisma, { topic, about, data });
    for (const payload of ["", "nonsense", "{}", '{"topic":"secret:1","about":"a"}']) await prisma.$executeRaw`SELECT pg_notify('countersign_glimpse', ${payload})`;
    await showGlimpse(prisma, { topic: other, about: "a", data: "not for this reader" });
    await show("a", "one");
    expect(await subscription.next(never)).toEqual({ glimpses: [{ topic, about: "a", data: "one" }], entries: [] });
    await append(topic, 1);
    await show("a", "two");
    await show("b", "long".repeat(4_000));
    await show("a", "three");
    const seen = { glimpses: new Map<string, unknown>(), entries: [] as number[] };
    while (seen.glimpses.get("a") !== "three" || seen.entries.length === 0) {
      const news = await subscription.next(never);
      for (const { about, data } of news?.glimpses ?? []) seen.glimpses.set(about, data);
      seen.entries.push(...(news?.entries ?? []).map(({ sequence }) => sequence));
    }
    // What is larger than a notification may be isn't shown.
    expect([...seen.glimpses.keys()]).toEqual(["a"]);
    expect(seen.entries).toEqual([1]);
    const late = await hub.subscribe(new Map([[topic, 0]]), never);
    expect(await late.next(never)).toMatchObject({ glimpses: [], entries: [{ sequence: 1 }] });
  });

  it("starts a reader that is ahead of the log at the log's end", async () => {
    const hub = startHub();
    const topic = newTopic();
    await append(topic, 3);
    const subscription = await hub.subscribe(new Map([[topic, 900]]), never);
    expect(subscription.starts).toEqual(new Map([[topic, 3]]));
    await append(topic, 1);
    expect(await readUntil(subscription, 4)).toEqual([4]);
  });

  it("forgets a reader that leaves and ends all others at once when it closes", async () => {
    const hub = startHub();
    const topic = newTopic();
    const life = new AbortController();
    const left = await hub.subscribe(new Map([[topic, 0]]), life.signal);
    const waiting = left.next(life.signal);
    life.abort();
    expect(await waiting).toBeNull();
    expect(hub.openCount).toBe(0);
    const stayed = await hub.subscribe(new Map([[topic, 0]]), never);
    const last = stayed.next(never);
    await hub.close();
    expect(await last).toBeNull();
    expect(stayed.end).toBe("closed");
    const late = await hub.subscribe(new Map([[topic, 0]]), never);
    expect(await late.next(never)).toBeNull();
    await vi.waitFor(async () => expect(await listenConnections()).toBe(0));
  });
});
