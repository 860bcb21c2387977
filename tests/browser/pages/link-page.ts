import type { Page } from "@playwright/test";

/** The page of a one-time link. */
export class LinkPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Opens the link and fills in what a newcomer is asked for; nothing is sent yet. */
  async fill(address: string, newcomer: { name: string; email: string; password: string }): Promise<void> {
    await this.page.goto(address);
    await this.page.getByLabel("Name", { exact: true }).fill(newcomer.name);
    await this.page.getByLabel("E-mail").fill(newcomer.email);
    await this.password.fill(newcomer.password);
  }

  get password() {
    return this.page.getByRole("textbox", { name: "Password" });
  }

  get send() {
    return this.page.getByRole("button", { name: /and sign in$/ });
  }
}
