import { appRoutes } from "../access/app-route.ts";
import { callers } from "../access/caller.ts";
import { pageRows } from "../access/page-rows.ts";
import { procedureRows } from "../access/procedure-rows.ts";
import { expect, test } from "./fixtures.ts";
import { cookieHeader, sendRaw } from "./raw-request.ts";

test("every page and route has a row, and every row a page or route", async () => {
  expect(Object.keys(pageRows).toSorted()).toEqual((await appRoutes()).toSorted());
});

for (const [route, row] of Object.entries(pageRows)) {
  test(`${route} answers everybody as its row says`, async ({ app, resident }) => {
    await resident("viewer");
    for (const caller of callers) {
      const headers: Record<string, string> = caller === "anonymous" ? {} : { cookie: cookieHeader((await resident(caller)).cookies) };
      const { status, leadsTo, shows = "", isForbidden = false } = row.answers[caller];
      const answer = await sendRaw(`${app.url}${row.address}`, { headers });
      expect({ caller, status: answer.status, leadsTo: answer.location }).toEqual({ caller, status, leadsTo });
      expect(answer.body).toContain(shows);
      expect({ caller, isForbidden: answer.body.includes("Your role can’t open this page") }).toEqual({ caller, isForbidden });
    }
  });
}

const mutations = Object.entries(procedureRows).filter(([, row]) => row.kind === "mutation");

for (const [path] of mutations) {
  test(`${path} is refused from another site and under another name`, async ({ app, resident }) => {
    const admin = await resident("admin");
    const before = await admin.api.audit.verifyChain.query();
    const address = `${app.url}/api/trpc/${path}`;
    const cookie = cookieHeader(admin.cookies);
    const send = (headers: Record<string, string>) => sendRaw(address, { method: "POST", body: "{}", headers: { cookie, ...headers } });
    expect((await send({ origin: "https://evil.example" })).status).toBe(403);
    expect((await send({ origin: "null" })).status).toBe(403);
    expect((await send({})).status).toBe(403);
    expect((await send({ origin: app.url, host: "evil.example" })).status).toBe(421);
    expect(await admin.api.audit.verifyChain.query()).toEqual(before);
  });
}

test("a mutation can't be sent as a reading request", async ({ app, resident }) => {
  const cookie = cookieHeader((await resident("admin")).cookies);
  const answer = await sendRaw(`${app.url}/api/trpc/links.invite?input=${encodeURIComponent('{"json":{"role":"admin"}}')}`, { headers: { cookie } });
  expect(answer.status).toBe(405);
});

test("a cookie that was made up is nobody's", async ({ app, resident }) => {
  const [{ name, value } = { name: "", value: "" }] = (await resident("admin")).cookies;
  const forged = cookieHeader([{ name, value: `x${value}` }]);
  expect((await sendRaw(`${app.url}/api/trpc/members.list`, { headers: { cookie: forged } })).status).toBe(401);
  expect((await sendRaw(`${app.url}/settings/members`, { headers: { cookie: forged } })).status).toBe(307);
});
