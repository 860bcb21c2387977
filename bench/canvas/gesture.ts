import type { Page } from "@playwright/test";

/** Times of single frames, in milliseconds: from one to the next, and how much of it the page's own work and painting took. */
export interface FrameTimes {
  frameMs: number[];
  workMs: number[];
}

/** How many frames a gesture lasts, and after how many it turns round. */
const frames = { count: 180, turn: 45 };

/** Scrolls over the graph, once a frame, there and back. */
export function pan(page: Page): Promise<FrameTimes> {
  return page.evaluate(perFrame, { ...frames, gesture: "pan" as const });
}

/** Drags the card in the middle of what is seen, once a frame, there and back. */
export function drag(page: Page): Promise<FrameTimes> {
  return page.evaluate(perFrame, { ...frames, gesture: "drag" as const });
}

/** In the page: the events of a mouse or trackpad, one each frame, and how long frames took. */
async function perFrame({ count, turn, gesture }: { count: number; turn: number; gesture: "pan" | "drag" }): Promise<FrameTimes> {
  const pane = document.querySelector(".react-flow__pane");
  const canvas = document.querySelector(".react-flow")?.getBoundingClientRect();
  if (pane === null || canvas === undefined) throw new Error("There is no graph.");
  const middle = { x: canvas.x + canvas.width / 2, y: canvas.y + canvas.height / 2 };
  const isCard = (element: Element) => element.classList.contains("react-flow__node") && element.querySelector(".react-flow__node") === null;
  const farness = (element: Element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return Math.hypot(x + width / 2 - middle.x, y + height / 2 - middle.y);
  };
  const card = [...document.querySelectorAll(".react-flow__node")].filter(isCard).toSorted((a, b) => farness(a) - farness(b))[0];
  if (card === undefined) throw new Error("No card is in view.");
  const box = card.getBoundingClientRect();
  const start = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const at = { ...start };
  const mouse = (type: string, target: EventTarget) =>
    target.dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true, view: window, button: 0, buttons: type === "mouseup" ? 0 : 1, clientX: at.x, clientY: at.y }));
  const afterPaint = () =>
    new Promise<number>((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port2.addEventListener("message", () => resolve(performance.now()), { once: true });
      port2.start();
      port1.postMessage(null);
    });
  const nextFrame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
  const times: FrameTimes = { frameMs: [], workMs: [] };
  if (gesture === "drag") mouse("mousedown", card);
  let last = await nextFrame();
  for (let frame = 0; frame < count; frame += 1) {
    const direction = Math.floor(frame / turn) % 2 === 0 ? 1 : -1;
    const began = performance.now();
    if (gesture === "pan") {
      pane.dispatchEvent(new WheelEvent("wheel", { bubbles: true, cancelable: true, view: window, deltaX: 24 * direction, deltaY: 8 * direction, clientX: middle.x, clientY: middle.y }));
    } else {
      at.x += 3 * direction;
      at.y += 2 * direction;
      mouse("mousemove", window);
    }
    times.workMs.push((await afterPaint()) - began);
    const now = await nextFrame();
    times.frameMs.push(now - last);
    last = now;
    if (frame === turn && card.isConnected && card.getBoundingClientRect().x === box.x) throw new Error(`The ${gesture} moved nothing.`);
  }
  if (gesture === "drag") mouse("mouseup", window);
  return times;
}
