import type { Locator, Page } from "@playwright/test";

/** The page of one workflow, as people use it. */
export class WorkflowPage {
  readonly cards: Locator;
  readonly outline: Locator;
  readonly approve: Locator;
  readonly dialog: Locator;

  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    this.cards = page.locator(".react-flow__node:not(.react-flow__node-ghost)");
    this.outline = page.getByRole("tree", { name: "Outline of the plan" });
    this.approve = page.getByRole("button", { name: /^Approve revision/ });
    this.dialog = page.getByRole("dialog");
  }

  /** The mark in the head that says which revision is open. */
  revision(number: number): Locator {
    return this.page.getByRole("main").locator("header").getByText(`Revision ${number}`, { exact: true });
  }

  /** Writes a brief by hand and has a plan written from it. */
  async ask(question: string, requirements: string[]): Promise<void> {
    await this.page.goto("/briefs/new");
    await this.page.getByRole("textbox", { name: "Question" }).fill(question);
    for (const [index, text] of requirements.entries()) {
      await this.page.getByRole("button", { name: "Requirement", exact: true }).click();
      await this.page.getByLabel(`R${index + 1} must cover`).fill(text);
    }
    await this.page.getByRole("textbox", { name: "Question" }).press("Control+Enter");
    await this.page.waitForURL(/\/workflows\//);
  }

  /** Fills the form in with an example and has a plan written from it. */
  async askExample(title: string): Promise<void> {
    await this.page.goto("/briefs/new");
    await this.page.getByRole("button", { name: "Start from an example" }).click();
    await this.page.getByRole("menuitem", { name: title }).click();
    await this.page.getByRole("button", { name: "Write a plan" }).click();
    await this.page.waitForURL(/\/workflows\//);
  }

  /** Where each card stands on the canvas, by its node's id. */
  async places(): Promise<Map<string, string>> {
    return new Map(await this.cards.evaluateAll((cards) => cards.map((card) => [card.dataset.id ?? "", card.style.transform])));
  }
}
