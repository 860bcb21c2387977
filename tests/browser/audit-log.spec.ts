import { expect, test } from "./fixtures.ts";

test("a change appears by itself, opens to its digests, and the chain is found intact", async ({ resident, signInAs }) => {
  const page = await (await signInAs("admin")).newPage();
  await page.goto("/settings/audit-log");
  await expect(page.getByText("Live", { exact: true })).toBeVisible();
  const { api } = await resident("admin");
  await api.links.invite.mutate({ role: "reviewer" });
  const [newest] = (await api.audit.list.query({ limit: 1 })).entries;
  const opener = page.getByRole("button", { name: `Entry ${newest?.sequence}`, exact: true });
  await expect(opener).toBeVisible();
  await page.getByRole("heading", { name: "Audit log" }).click();
  await page.keyboard.press("j");
  await expect(opener).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByText(newest?.hash ?? "no entry", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Check the chain" }).click();
  await expect(page.getByText(/^Chain intact, \d[\d,]* entries checked$/)).toBeVisible();
});

test("filters and older pages stand in the address, and going back goes back", async ({ resident, signInAs }) => {
  const { api } = await resident("admin");
  for (let made = 0; made < 60; made++) await api.links.invite.mutate({ role: "viewer" });
  const page = await (await signInAs("admin")).newPage();
  await page.goto("/settings/audit-log");
  await page.getByLabel("Filter by action").selectOption("Link made");
  await expect(page).toHaveURL(/action=link-create/);
  await expect(page.getByRole("cell", { name: "Link made" })).toHaveCount(50);
  await page.getByRole("button", { name: "Older" }).click();
  await expect(page).toHaveURL(/before=\d+/);
  const older = page.url();
  await expect(page.getByRole("button", { name: "Newest" })).toBeEnabled();
  await page.reload();
  expect(page.url()).toBe(older);
  await page.goBack();
  await expect(page).not.toHaveURL(/before=/);
});

test("an entry that is opened on a phone leaves the others their width", async ({ signInAs }) => {
  const page = await (await signInAs("admin", { viewport: { width: 390, height: 844 } })).newPage();
  await page.goto("/settings/audit-log");
  const opener = page.getByRole("button", { name: /^Entry \d/ }).first();
  const what = page.getByRole("columnheader", { name: "What" });
  await opener.waitFor();
  const before = await what.boundingBox();
  await opener.click();
  await expect(page.getByText("Hash before")).toBeVisible();
  expect(await what.boundingBox()).toEqual(before);
});
