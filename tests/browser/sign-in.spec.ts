import { expect, test } from "./fixtures.ts";

test("a wrong password is told, keeps the e-mail, and the right one leads on to where one wanted to go", async ({ app, resident, openWindow }) => {
  const { email, password } = await resident("author");
  const page = await (await openWindow(app)).newPage();
  await page.goto("/settings/account");
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await page.getByLabel("E-mail").fill(email);
  await page.getByRole("textbox", { name: "Password" }).fill("not the password");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "don’t belong together" })).toBeVisible();
  await expect(page.getByLabel("E-mail")).toHaveValue(email);
  await page.getByRole("textbox", { name: "Password" }).fill(password);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/settings\/account$/);
});

test("nothing after sign-in leads to another site", async ({ app, resident, openWindow }) => {
  const { email, password } = await resident("author");
  const page = await (await openWindow(app)).newPage();
  await page.goto("/sign-in?next=//evil.example/");
  await page.getByLabel("E-mail").fill(email);
  await page.getByRole("textbox", { name: "Password" }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { name: "Needs you" })).toBeVisible();
  expect(new URL(page.url()).origin).toBe(app.url);
});

test("signing out ends the session and forgets what was on screen", async ({ app, resident, openWindow }) => {
  const { email, password } = await resident("viewer");
  const window = await openWindow(app);
  const page = await window.newPage();
  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill(email);
  await page.getByRole("textbox", { name: "Password" }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("button", { name: /^Account of/ }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/\/sign-in$/);
  await page.goBack();
  await expect(page).toHaveURL(/\/sign-in/);
  expect((await window.request.get("/settings/members", { maxRedirects: 0 })).status()).toBe(307);
});

test("a session that ends while a form holds text does not take the text away", async ({ app, resident, openWindow }) => {
  const author = await resident("author");
  const window = await openWindow(app, author);
  const page = await window.newPage();
  await page.goto("/settings/account");
  await page.getByRole("textbox", { name: "Name" }).fill("A name that took long to think of");
  await window.clearCookies();
  await page.getByRole("button", { name: "Save name" }).click();
  // The list of sessions says the same when it is read again meanwhile.
  const elsewhere = page.getByRole("link", { name: "Sign in in another tab" });
  await expect(page.getByRole("alert").filter({ hasText: "You are signed out" }).filter({ has: elsewhere })).toBeVisible();
  await expect(elsewhere).toHaveAttribute("href", "/sign-in?next=%2Fsettings%2Faccount");
  await expect(page.getByRole("textbox", { name: "Name" })).toHaveValue("A name that took long to think of");
});
