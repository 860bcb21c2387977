import type { Locator, Page } from "@playwright/test";

/** Settings, Models, as admins use it. */
export class ModelsPage {
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async open(): Promise<void> {
    await this.page.goto("/settings/models");
    await this.page.getByRole("button", { name: "Add a provider" }).waitFor();
  }

  provider(name: string): Locator {
    return this.page.getByRole("region", { name: "Providers" }).getByRole("row").filter({ hasText: name });
  }

  /** Adds one that speaks OpenAI's chat completions. */
  async addProvider({ name, address, key }: { name: string; address: string; key: string }): Promise<void> {
    await this.page.getByRole("button", { name: "Add a provider" }).click();
    const dialog = this.page.getByRole("dialog");
    await dialog.getByLabel("Provider", { exact: true }).selectOption({ label: "Another that speaks OpenAI’s chat completions" });
    await dialog.getByRole("textbox", { name: "Name" }).fill(name);
    await dialog.getByRole("textbox", { name: "Address" }).fill(address);
    await dialog.getByLabel("Key", { exact: true }).fill(key);
    await dialog.getByRole("button", { name: "Keep it" }).click();
    await dialog.waitFor({ state: "hidden" });
  }

  /** Chooses the model that serves a role, or takes over in it, and waits until that is kept. */
  async choose(place: string, model: string): Promise<void> {
    const select = this.page.getByLabel(`Model: ${place}`, { exact: true });
    const isKept = this.page.waitForResponse((response) => response.url().includes("models.choose"));
    await select.selectOption(model);
    await isKept;
  }
}
