import type { Locator, Page } from "@playwright/test";

/** Settings, Members. */
export class MembersPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async open(query = ""): Promise<void> {
    await this.page.goto(`/settings/members${query}`);
    await this.page.getByRole("table").first().waitFor();
  }

  /** @returns the address of a new invitation, as an admin copies it. */
  async invite(role: string): Promise<string> {
    await this.page.getByRole("button", { name: "Invite", exact: true }).click();
    const dialog = this.page.getByRole("dialog", { name: "Invite someone" });
    await dialog.getByRole("radio", { name: role, exact: true }).check();
    await dialog.getByRole("button", { name: "Make a link" }).click();
    const address = await dialog.getByRole("textbox", { name: "Link" }).inputValue();
    await dialog.getByRole("button", { name: "Done" }).click();
    return address;
  }

  roleOf(name: string): Locator {
    return this.page.getByLabel(`Role of ${name}`);
  }

  /** Opens the menu of one member and picks from it. */
  async act(name: string, action: string): Promise<void> {
    await this.page.getByRole("button", { name: `Actions for ${name}` }).click();
    await this.page.getByRole("menuitem", { name: action }).click();
  }
}
