import type { Locator, Page } from "@playwright/test";

/** The page of one run, as people use it. */
export class RunPage {
  readonly head: Locator;
  readonly steps: Locator;
  readonly cards: Locator;

  constructor(page: Page) {
    this.head = page.getByRole("main").locator("header").first();
    this.steps = page.getByRole("tree", { name: "Steps of the run" }).getByRole("treeitem");
    this.cards = page.locator(".react-flow__node");
  }

  /** How the run stands, in its head. */
  status(word: string): Locator {
    return this.head.getByText(word, { exact: true });
  }

  /** A step by its title. */
  step(title: string): Locator {
    return this.steps.filter({ hasText: title });
  }
}
