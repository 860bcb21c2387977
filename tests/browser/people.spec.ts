import { expect, test } from "./fixtures.ts";
import { LinkPage } from "./pages/link-page.ts";
import { MembersPage } from "./pages/members-page.ts";

test("the first admin invites a second person, changes their role, locks them out and in again, and stays admin", async ({ startOwnApp, openWindow }) => {
  const app = await startOwnApp();
  const mara = await (await openWindow(app)).newPage();
  const first = new LinkPage(mara);
  await first.fill(app.firstAdminLink, { name: "Mara Lindqvist", email: "mara@example.org", password: "correct horse battery" });
  await first.send.click();
  await expect(mara.getByText("You are the only one here")).toBeVisible();

  const members = new MembersPage(mara);
  await members.open();
  const address = await members.invite("Author");
  await expect(mara.getByRole("region", { name: "Open links" })).toContainText("Invitation as author");

  const kenji = await (await openWindow(app)).newPage();
  const door = new LinkPage(kenji);
  await door.fill(address, { name: "Kenji Abe", email: "kenji@example.org", password: "another long password" });
  await expect(kenji.getByText("You join as author")).toBeVisible();
  await door.send.click();
  await expect(kenji.getByRole("heading", { name: "Needs you" })).toBeVisible();
  await expect(kenji.getByRole("region", { name: "Recent activity" })).toHaveCount(0);

  // The admin's page learns by itself that somebody joined.
  await expect(members.roleOf("Kenji Abe")).toHaveValue("author");
  await members.roleOf("Kenji Abe").selectOption("Reviewer");
  await expect(mara.getByText("Kenji Abe is a reviewer now.")).toBeVisible();
  await kenji.goto("/settings/account");
  await expect(kenji.getByText("kenji@example.org, reviewer")).toBeVisible();
  await kenji.goto("/settings/audit-log");
  await expect(kenji.getByRole("heading", { name: "Your role can’t open this page" })).toBeVisible();
  await expect(kenji.getByRole("link", { name: "Audit log" })).toHaveCount(0);

  // An open page may learn of it first and lead to sign-in by itself, which would cut off the one that is asked for.
  await kenji.goto("about:blank");
  await members.act("Kenji Abe", "Deactivate");
  await mara.getByRole("dialog").getByRole("button", { name: "Deactivate" }).click();
  await expect(mara.getByText("Kenji Abe can’t sign in any more.")).toBeVisible();
  await kenji.goto("/settings/account");
  await expect(kenji).toHaveURL(/\/sign-in\?next=%2Fsettings%2Faccount$/);

  await members.act("Kenji Abe", "Reactivate");
  await expect(mara.getByText("Kenji Abe can sign in again.")).toBeVisible();
  await kenji.getByLabel("E-mail").fill("kenji@example.org");
  await kenji.getByRole("textbox", { name: "Password" }).fill("another long password");
  await kenji.getByRole("button", { name: "Sign in" }).click();
  await expect(kenji).toHaveURL(/\/settings\/account$/);

  // Somebody has to be left who may let others in.
  await members.roleOf("Mara Lindqvist").selectOption("Viewer");
  await mara.getByRole("button", { name: "Become a viewer" }).click();
  await expect(mara.getByText("Mara Lindqvist is the last admin")).toBeVisible();
  await expect(members.roleOf("Mara Lindqvist")).toHaveValue("admin");
});

test("a lost password is set anew with a link of an admin", async ({ app, newcomer, signInAs, openWindow }) => {
  const members = new MembersPage(await (await signInAs("admin")).newPage());
  const guest = await newcomer("viewer", "Gita Guest");
  await members.open();
  await members.act(guest.name, "Lost password");
  await members.page.getByRole("button", { name: "Make the link" }).click();
  const address = await members.page.getByRole("textbox", { name: "Link" }).inputValue();

  const page = await (await openWindow(app)).newPage();
  await page.goto(address);
  await expect(page.getByText(guest.email)).toBeVisible();
  const door = new LinkPage(page);
  await door.password.fill("a password that is new");
  await door.send.click();
  await expect(page.getByRole("heading", { name: "Needs you" })).toBeVisible();

  await page.goto(address);
  await expect(page.getByRole("heading", { name: "This link was used already" })).toBeVisible();
});

test("a link that an admin revoked says what to do", async ({ signInAs, openWindow, app }) => {
  const members = new MembersPage(await (await signInAs("admin")).newPage());
  await members.open();
  const address = await members.invite("Viewer");
  await members.page.getByRole("button", { name: "Revoke: Invitation as viewer" }).first().click();
  await members.page.getByRole("dialog").getByRole("button", { name: "Revoke" }).click();
  await expect(members.page.getByText("The link doesn’t work any more.")).toBeVisible();
  const page = await (await openWindow(app)).newPage();
  await page.goto(address);
  await expect(page.getByRole("heading", { name: "This link doesn’t work" })).toBeVisible();
});

test("a double click makes one invitation, not two", async ({ signInAs }) => {
  const page = await (await signInAs("admin")).newPage();
  const members = new MembersPage(page);
  await members.open();
  let sent = 0;
  page.on("request", (request) => {
    if (request.url().includes("links.invite")) sent += 1;
  });
  await page.getByRole("button", { name: "Invite", exact: true }).click();
  await page.getByRole("button", { name: "Make a link" }).evaluate((button: HTMLButtonElement) => {
    button.click();
    button.click();
  });
  await expect(page.getByRole("textbox", { name: "Link" })).toBeVisible();
  expect(sent).toBe(1);
});

test("members are searched, filtered and sorted by an address that can be shared", async ({ resident, signInAs }) => {
  await resident("reviewer");
  await resident("viewer");
  const page = await (await signInAs("admin")).newPage();
  const members = new MembersPage(page);
  await members.open("?role=reviewer&sort=-name");
  await expect(members.roleOf("Rena Reviewer")).toBeVisible();
  await expect(members.roleOf("Vera Viewer")).toHaveCount(0);
  await page.keyboard.press("/");
  await page.keyboard.type("nobody like this");
  await expect(page.getByText("Nobody matches")).toBeVisible();
  await expect(page).toHaveURL(/q=nobody\+like\+this/);
  await page.getByRole("button", { name: "Show everyone" }).click();
  await expect(members.roleOf("Vera Viewer")).toBeVisible();
});
