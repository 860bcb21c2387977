import type { Locator, Page } from "@playwright/test";

/** Report and audit of one run, as people use them. */
export class ReportPage {
  readonly head: Locator;
  readonly answer: Locator;
  readonly source: Locator;
  readonly chips: Locator;
  readonly matrix: Locator;

  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    this.head = page.getByRole("main").locator("header");
    this.answer = page.getByRole("region", { name: "Answer" });
    this.source = page.getByRole("region", { name: "Source" });
    this.matrix = page.getByRole("region", { name: "What the verifiers verified" });
    this.chips = this.answer.getByRole("button", { name: /^Claim C/ });
  }

  /** One claim in full. */
  claim(label: string): Locator {
    return this.page.getByRole("region", { name: `Claim ${label}`, exact: true });
  }

  async open(tab: "Report" | "Audit"): Promise<void> {
    await this.page.getByRole("tab", { name: tab }).click();
  }
}
