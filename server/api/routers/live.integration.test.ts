import { isTrackedEnvelope, type TRPCError } from "@trpc/server";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { operator } from "../../../core/access/actor.ts";
import type { LiveMessage } from "../../../core/log/live-message.ts";
import type { Caller } from "../../../tests/access/caller.ts";
import { contextOf, furnish, servicesOn, type SmallHouse } from "../../../tests/access/small-house.ts";
import { freshDatabase, type FreshDatabase } from "../../../tests/setup/database.ts";
import type { Services } from "../../services.ts";
import { createCaller } from "../router.ts";

let database: FreshDatabase;
let services: Services;
let house: SmallHouse;

beforeAll(async () => {
  database = await freshDatabase();
  services = servicesOn(database.url);
  house = await furnish(services, database.url);
});
afterAll(async () => {
  await services.close();
  await database.drop();
});

// Only the router's own interval: the database and its driver keep their real clocks.
beforeEach(() => void vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] }));
afterEach(() => void vi.useRealTimers());

type Received = { token: string; message: LiveMessage };

async function openStream(caller: Caller, input: { topics: Record<string, number | null>; lastEventId?: string }) {
  const messages = await createCaller(await contextOf(services, house, caller)).live.entries(input);
  const iterator = messages[Symbol.asyncIterator]();
  return {
    next: async (): Promise<Received | undefined> => {
      const { value, done } = await iterator.next();
      if (done === true) return undefined;
      // The type says what a client makes of it; here it is still the envelope.
      const envelope: unknown = value;
      if (!isTrackedEnvelope<LiveMessage>(envelope)) throw new Error("A message without a token can't be resumed from.");
      return { token: envelope[0], message: envelope[1] };
    },
    close: () => iterator.return?.(undefined),
  };
}

const sequencesOf = ({ message }: Received): number[] => (message.kind === "entries" ? message.entries.map((entry) => entry.sequence) : []);

const lastAudit = async (): Promise<number> => (await services.checkAuditChain()).checked;

const codeOf = (attempt: Promise<unknown>): Promise<string> =>
  attempt.then(
    () => "answered",
    (error: TRPCError) => error.code,
  );

describe("live.entries", () => {
  it("tells the positions first, then entries, and goes on from the token it gave", async () => {
    const last = await lastAudit();
    const stream = await openStream("admin", { topics: { audit: last - 2 } });
    const opened = await stream.next();
    expect(opened).toEqual({ token: `audit@${last - 2}`, message: { kind: "opened", positions: { audit: last - 2 }, refused: [] } });
    const entries = await stream.next();
    expect(sequencesOf(entries!)).toEqual([last - 1, last]);
    expect(entries?.token).toBe(`audit@${last}`);
    await stream.close();
    await services.inviteMember(operator, { role: "viewer" });
    const resumed = await openStream("admin", { topics: { audit: 0 }, lastEventId: entries!.token });
    expect((await resumed.next())?.token).toBe(`audit@${last}`);
    expect(sequencesOf((await resumed.next())!)).toEqual([last + 1]);
    await resumed.close();
  });

  it("starts from now where no sequence is given", async () => {
    const last = await lastAudit();
    const stream = await openStream("admin", { topics: { audit: null } });
    expect((await stream.next())?.token).toBe(`audit@${last}`);
    await services.inviteMember(operator, { role: "viewer" });
    expect(sequencesOf((await stream.next())!)).toEqual([last + 1]);
    await stream.close();
  });

  it("refuses topics that the role may not read, also by way of a token, and serves the rest", async () => {
    const stream = await openStream("reviewer", { topics: { audit: 0, "test:x": 0 }, lastEventId: "audit@0" });
    expect(await stream.next()).toEqual({ token: "-", message: { kind: "opened", positions: {}, refused: ["audit", "test:x"] } });
    await stream.close();
    const smuggled = await openStream("reviewer", { topics: {}, lastEventId: "audit@0" });
    expect(await smuggled.next()).toMatchObject({ message: { kind: "opened", positions: {}, refused: [] } });
    await smuggled.close();
  });

  it("refuses what is not a topic, and more topics than a stream carries", async () => {
    const tooMany = Object.fromEntries(Array.from({ length: 65 }, (_, at) => [`test:${at}`, 0]));
    for (const topics of [{ secrets: 0 }, { audit: -1 }, tooMany]) expect(await codeOf(openStream("admin", { topics }))).toBe("BAD_REQUEST");
    expect(await codeOf(openStream("admin", { topics: { audit: 0 }, lastEventId: "x".repeat(9_000) }))).toBe("BAD_REQUEST");
  });

  it("falls back to the asked positions when the token is not one of ours", async () => {
    const stream = await openStream("admin", { topics: { audit: 1 }, lastEventId: "nonsense" });
    expect((await stream.next())?.token).toBe("audit@1");
    await stream.close();
  });

  it("ends within 15 seconds when the session ends or the role changes", async () => {
    const { viewer } = house.inhabitants;
    const admin = { id: house.inhabitants.admin.id, name: "admin" };
    const promoted = await openStream("viewer", { topics: { audit: 0 } });
    await promoted.next();
    const afterPromotion = promoted.next();
    await services.changeRole(admin, { memberId: viewer.id, role: "author" });
    await vi.advanceTimersByTimeAsync(15_000);
    expect(await afterPromotion).toBeUndefined();
    const expelled = await openStream("viewer", { topics: {} });
    await expelled.next();
    const afterExpulsion = codeOf(expelled.next());
    await services.setMemberActive(admin, { memberId: viewer.id, isActive: false });
    await vi.advanceTimersByTimeAsync(15_000);
    expect(await afterExpulsion).toBe("UNAUTHORIZED");
  });

  it("leaves nothing behind when streams are closed", async () => {
    await vi.waitFor(() => expect(services.live.openCount).toBe(0));
    expect(vi.getTimerCount()).toBe(0);
  });
});
