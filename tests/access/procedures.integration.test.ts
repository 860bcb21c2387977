import { TRPCError } from "@trpc/server";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { appRouter, createCaller } from "../../server/api/router.ts";
import type { Services } from "../../server/services.ts";
import { type FreshDatabase, freshDatabase } from "../setup/database.ts";
import { callers, type Caller } from "./caller.ts";
import { procedureRows } from "./procedure-rows.ts";
import { contextOf, furnish, servicesOn, type SmallHouse } from "./small-house.ts";

/** Never opened, so that it can be copied for every call that changes something. */
let furnished: FreshDatabase;
/** A copy for all calls that must change nothing. */
let unchanging: { services: Services; database: FreshDatabase };
let house: SmallHouse;

beforeAll(async () => {
  furnished = await freshDatabase();
  const services = servicesOn(furnished.url);
  house = await furnish(services, furnished.url);
  await services.close();
  const database = await furnished.copy();
  unchanging = { database, services: servicesOn(database.url) };
});

afterAll(async () => {
  await unchanging.services.close();
  await unchanging.database.drop();
  await furnished.drop();
});

/** Calls in a house of its own, so that no mutation sees what another did. */
async function inCopyOfHouse(use: (services: Services) => Promise<void>): Promise<void> {
  const database = await furnished.copy();
  const services = servicesOn(database.url);
  try {
    await use(services);
  } finally {
    await services.close();
    await database.drop();
  }
}

type Callable = (input: unknown) => Promise<unknown>;

async function call(services: Services, caller: Caller, path: string, input: unknown): Promise<unknown> {
  const context = await contextOf(services, house, caller);
  const [noun = "", verb = ""] = path.split(".");
  // The table names procedures by text, so the types of their inputs don't help here; the schemas check them.
  const nouns = createCaller(context) as unknown as Record<string, Record<string, Callable>>;
  return nouns[noun]?.[verb]?.(input);
}

/** The first message of a stream, which is then closed; the answer of everything else. */
async function settle(answer: unknown): Promise<unknown> {
  if (typeof answer !== "object" || answer === null || !(Symbol.asyncIterator in answer)) return answer;
  for await (const message of answer as AsyncIterable<[string, unknown]>) return message[1];
  return undefined;
}

const auditLength = async (services: Services) => (await services.checkAuditChain()).checked;

const outcomeOf = async (attempt: Promise<unknown>) => {
  try {
    return await settle(await attempt);
  } catch (error) {
    if (error instanceof TRPCError) return error.code;
    throw error;
  }
};

test("every procedure has a row, every row a procedure, and of its kind", () => {
  // tRPC types this record like the nested routers it was made of; what it holds is flat.
  const procedures = appRouter._def.procedures as unknown as Record<string, { _def: { type: string } }>;
  const kinds = Object.entries(procedures).map(([path, procedure]) => [path, procedure._def.type]);
  const rows = Object.entries(procedureRows).map(([path, row]) => [path, row.kind]);
  expect(Object.fromEntries(rows)).toEqual(Object.fromEntries(kinds));
});

// Every call has a house of its own or changes nothing, so that they needn't wait for each other.
describe.concurrent.each(Object.entries(procedureRows))("%s", (path, row) => {
  const [allowed, denied] = [callers.filter((caller) => row.allowed.includes(caller)), callers.filter((caller) => !row.allowed.includes(caller))];

  test.each(allowed)("answers %s", async (caller) => {
    const callAndCount = async (services: Services) => {
      const before = await auditLength(services);
      const answer = await outcomeOf(call(services, caller, path, row.input?.(house, caller)));
      expect(answer).toMatchObject(row.answer(house, caller) as object);
      expect((await auditLength(services)) - before).toBe(row.auditEntries);
    };
    await (row.kind === "mutation" ? inCopyOfHouse(callAndCount) : callAndCount(unchanging.services));
  });

  if (denied.length === 0) return;
  test(`refuses ${denied.join(", ")} before it looks at the input, and changes nothing`, async () => {
    const { services } = unchanging;
    const before = await auditLength(services);
    for (const caller of denied) {
      const refusal = caller === "anonymous" ? "UNAUTHORIZED" : "FORBIDDEN";
      expect([caller, await outcomeOf(call(services, caller, path, row.input?.(house, caller)))]).toEqual([caller, refusal]);
      expect([caller, await outcomeOf(call(services, caller, path, { nonsense: true }))]).toEqual([caller, refusal]);
    }
    expect(await auditLength(services)).toBe(before);
  });
});

describe.concurrent.each(Object.entries(procedureRows).filter(([, row]) => row.input !== undefined))("%s", (path, row) => {
  test("tells those it answers when their input is nonsense", async () => {
    expect(await outcomeOf(call(unchanging.services, row.allowed[0] ?? "admin", path, "nonsense"))).toBe("BAD_REQUEST");
  });
});
