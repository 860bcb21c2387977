import type { Page } from "@playwright/test";

type Place = { x: number; y: number };

declare global {
  interface Window {
    cards: {
      /** When each card was painted first, in milliseconds since 1970. */
      arrivals: [id: string, at: number][];
      places: Record<string, Place>;
      /** The farthest that a card has been from where it stood first. */
      jumpPx: number;
      submittedAt: number;
      movedAt: number;
    };
  }
}

/** Notes in every document of the page when cards come, and where on the canvas they ever stood. */
export async function watchCards(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const cards: Window["cards"] = { arrivals: [], places: {}, jumpPx: 0, submittedAt: 0, movedAt: 0 };
    window.cards = cards;
    const afterPaint = (then: (at: number) => void) =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port2.addEventListener("message", () => then(performance.timeOrigin + performance.now()), { once: true });
        port2.start();
        port1.postMessage(null);
      });
    const look = (card: HTMLElement) => {
      const place = /translate\((-?[\d.]+)px, ?(-?[\d.]+)px\)/.exec(card.style.transform);
      const { id } = card.dataset;
      if (id === undefined || place === null || card.classList.contains("react-flow__node-ghost")) return;
      const now = { x: Number(place[1]), y: Number(place[2]) };
      const first = cards.places[id];
      if (first === undefined) {
        cards.places[id] = now;
        afterPaint((at) => cards.arrivals.push([id, at]));
        return;
      }
      const jumpPx = Math.hypot(now.x - first.x, now.y - first.y);
      cards.jumpPx = Math.max(cards.jumpPx, jumpPx);
      if (jumpPx > 0 && cards.movedAt === 0) {
        cards.movedAt = -1;
        afterPaint((at) => (cards.movedAt = at));
      }
    };
    const selector = ".react-flow__node";
    new MutationObserver((records) => {
      for (const { target, addedNodes } of records) {
        if (target instanceof HTMLElement && target.matches(selector)) look(target);
        for (const added of addedNodes) {
          if (!(added instanceof HTMLElement)) continue;
          if (added.matches(selector)) look(added);
          for (const card of added.querySelectorAll<HTMLElement>(selector)) look(card);
        }
      }
    }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ["style"] });
    addEventListener("keydown", ({ key, ctrlKey }) => {
      if (key === "Enter" && ctrlKey) cards.submittedAt = performance.timeOrigin + performance.now();
    });
  });
}

/** Waits until so many cards were on screen. @returns when each was, by its node's id. */
export async function cardArrivals(page: Page, count: number): Promise<Map<string, number>> {
  await page.waitForFunction((wanted) => window.cards.arrivals.length >= wanted, count, { timeout: 120_000 });
  return new Map(await page.evaluate(() => window.cards.arrivals));
}

/** Zooms out until every card is drawn. @returns where each stands. */
export async function allPlaces(page: Page, count: number): Promise<Record<string, Place>> {
  await page.getByRole("button", { name: "Fit into view" }).click();
  await cardArrivals(page, count);
  return page.evaluate(() => window.cards.places);
}

/** @returns the largest distance between where cards stood before and where they stand now, in pixels of the canvas. */
export function largestJump(before: Record<string, Place>, after: Record<string, Place>): number {
  const jumps = Object.entries(before).map(([id, { x, y }]) => {
    const now = after[id];
    if (now === undefined) throw new Error(`The card of ${id} is gone.`);
    return Math.hypot(now.x - x, now.y - y);
  });
  return Math.max(0, ...jumps);
}
