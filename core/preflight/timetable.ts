import { isContainer, type Node } from "../workflow/node.ts";
import type { GraphView } from "./graph-view.ts";
import { longer, nothing, plus, times, type Range } from "./range.ts";

/** How long one execution of a node takes and how many agents it keeps at work; of a container, how often its body runs. */
export interface Timed {
  minutes: Range;
  atOnce: number;
}

/** How long a body takes from its start to its last end. */
interface BodyTime extends Timed {
  criticalPath: string[];
}

interface Clock {
  timed: ReadonlyMap<string, Timed>;
  /** What the brief lets run at once; null where nothing limits it. */
  parallel: number | null;
}

/**
 * Times a whole plan, the innermost bodies first.
 * @param order every node after the container it is in.
 */
export function timeBodies(order: readonly Node[], view: GraphView, clock: Clock): BodyTime {
  const bodies = new Map<string, BodyTime>();
  const own = (node: Node): BodyTime => (isContainer(node.kind) ? repeated(node, bodies.get(node.id) ?? empty, clock) : { ...(clock.timed.get(node.id) ?? empty), criticalPath: [] });
  for (const node of order.toReversed()) {
    if (isContainer(node.kind)) bodies.set(node.id, timeBody(view.children(node.id), view, own));
  }
  const whole = timeBody(view.children(null), view, own);
  return { ...whole, atOnce: Math.min(whole.atOnce, clock.parallel ?? whole.atOnce) };
}

const empty: BodyTime = { minutes: nothing, atOnce: 0, criticalPath: [] };

function repeated(node: Node, body: BodyTime, { timed, parallel }: Clock): BodyTime {
  const repeats = timed.get(node.id)?.minutes ?? nothing;
  if (node.kind !== "map") return { ...body, minutes: times(repeats, body.minutes) };
  const beside = Math.min(node.concurrency, parallel ?? node.concurrency);
  const waves = { least: repeats.least, likely: Math.ceil(repeats.likely / beside), most: repeats.most === null ? null : Math.ceil(repeats.most / beside) };
  return { ...body, minutes: times(waves, body.minutes), atOnce: body.atOnce * Math.min(node.concurrency, repeats.most ?? node.concurrency) };
}

/** Times one body: each node ends after the latest of what it waits for. A cycle, which a rule reports, is walked once. */
function timeBody(nodes: readonly Node[], view: GraphView, own: (node: Node) => BodyTime): BodyTime {
  const ends = new Map<string, { end: Range; begin: number; slowest: string | null; time: BodyTime }>();
  for (const node of inTurn(nodes, view)) {
    const time = own(node);
    let begin = nothing;
    let slowest: string | null = null;
    for (const { from } of view.incoming(node.id)) {
      const source = ends.get(from);
      if (source === undefined) continue;
      if (slowest === null || source.end.likely > begin.likely) slowest = from;
      begin = longer(begin, source.end);
    }
    ends.set(node.id, { end: plus(begin, time.minutes), begin: begin.likely, slowest, time });
  }
  let minutes = nothing;
  let last: string | null = null;
  for (const [id, { end }] of ends) {
    if (last === null || end.likely > minutes.likely) last = id;
    minutes = longer(minutes, end);
  }
  const criticalPath: string[][] = [];
  for (let id = last; id !== null; ) {
    const step = ends.get(id);
    if (step === undefined) break;
    criticalPath.push([id, ...step.time.criticalPath]);
    id = step.slowest;
  }
  return { minutes, atOnce: mostAtOnce([...ends.values()]), criticalPath: criticalPath.toReversed().flat() };
}

/** Nodes after what they wait for; what is on a cycle comes last, as it is listed. */
function inTurn(nodes: readonly Node[], view: GraphView): Node[] {
  const waitsFor = new Map(nodes.map(({ id }) => [id, view.incoming(id).length]));
  const ready = nodes.filter(({ id }) => waitsFor.get(id) === 0);
  const done = new Set(ready);
  for (const node of ready) {
    for (const { to } of view.outgoing(node.id)) {
      const left = (waitsFor.get(to) ?? 0) - 1;
      waitsFor.set(to, left);
      const next = left === 0 ? view.node(to) : undefined;
      if (next === undefined) continue;
      ready.push(next);
      done.add(next);
    }
  }
  return [...ready, ...nodes.filter((node) => !done.has(node))];
}

function mostAtOnce(steps: readonly { begin: number; end: Range; time: BodyTime }[]): number {
  const changes = steps.flatMap(({ begin, end, time }) => [
    { at: begin, by: time.atOnce },
    { at: end.likely, by: -time.atOnce },
  ]);
  let now = 0;
  let most = 0;
  // What ends at a moment makes room before anything begins at it.
  for (const { by } of changes.toSorted((a, b) => a.at - b.at || a.by - b.by)) {
    now += by;
    most = Math.max(most, now);
  }
  return most;
}
