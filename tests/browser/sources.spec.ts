import { expect, test } from "./fixtures.ts";
import { expectSound } from "./sound-page.ts";

const note = "---\ntitle: The lighthouse\n---\n\n# Lamp\n\nThe **zyzzogeton** lamp turns every nine seconds.\n\n<script>document.title = 'taken'</script>\n";

test("the documentation of installed packages appears by itself, with progress, and is found", async ({ signInAs }) => {
  const page = await (await signInAs("admin")).newPage();
  await page.goto("/sources");
  // Other tests of this installation may have made collections of their own, which hold documents too.
  const documentation = page.getByRole("button", { name: /from an installed package/ });
  await expect(documentation).toHaveCount(2);
  await expect(documentation.filter({ hasText: /\d+ documents/ })).toHaveCount(2, { timeout: 60_000 });
  await page.keyboard.press("/");
  await page.keyboard.type("maxRetries");
  await expect(page.getByRole("link").filter({ hasText: "maxRetries" }).first()).toBeVisible();
  await expect(page.locator("mark").filter({ hasText: "maxRetries" }).first()).toBeVisible();
  await expectSound(page, "passages of a search");
  await page.getByRole("heading", { name: "Passages" }).click();
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/sources\/[0-9a-f-]{36}\?start=\d+&end=\d+/);
  await expect(page.getByRole("article").locator("mark").first()).toBeInViewport();
});

test("an author makes a collection, adds files, and reads them as they are", async ({ signInAs }) => {
  const page = await (await signInAs("author")).newPage();
  await page.goto("/sources");
  await page.getByRole("button", { name: "New collection" }).click();
  const dialog = page.getByRole("dialog", { name: "New collection" });
  await dialog.getByLabel("Name").fill("Harbour notes");
  await dialog.getByRole("button", { name: "Make collection" }).click();
  await expect(page.getByText("No documents yet")).toBeVisible();
  await page.locator("input[type=file]").setInputFiles([
    { name: "lighthouse.md", mimeType: "text/markdown", buffer: Buffer.from(note) },
    { name: "picture.txt", mimeType: "text/plain", buffer: Buffer.from([0x89, 0x50, 0xff, 0x00]) },
  ]);
  await expect(page.getByText("1 file was added.")).toBeVisible();
  await expect(page.getByText("picture.txt is not UTF-8 text. Save it as text or Markdown first.")).toBeVisible();

  await page.getByLabel("Search sources").fill("zyzzogeton");
  await page.getByRole("link").filter({ hasText: "zyzzogeton" }).click();
  await expect(page.getByRole("heading", { name: "The lighthouse" })).toBeVisible();
  await expect(page.getByRole("article").locator("mark").first()).toBeInViewport();
  await expect(page.getByRole("article")).toContainText("<script>document.title = 'taken'</script>");
  await expect(page).toHaveTitle(/^Source/);

  await page.goBack();
  await page.getByLabel("Search sources").fill("");
  await page.getByRole("button", { name: "Remove lighthouse.md" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Remove" }).click();
  await expect(page.getByText("No documents yet")).toBeVisible();
});

test("a viewer reads and can't add", async ({ signInAs }) => {
  const page = await (await signInAs("viewer")).newPage();
  await page.goto("/sources");
  await expect(page.getByRole("heading", { name: "Collections" })).toBeVisible();
  await expect(page.getByRole("button", { name: "New collection" })).toHaveCount(0);
  await page.goto("/sources/01900000-0000-7000-8000-000000000000");
  await expect(page.getByRole("heading", { name: "There is no such source" })).toBeVisible();
});
