import type { EdgeInput } from "../../core/workflow/edge.ts";
import type { NodeInput } from "../../core/workflow/node.ts";

type Own<Kind extends NodeInput["kind"]> = Partial<Extract<NodeInput, { kind: Kind }>>;

/** Nodes that say as little as they may, titled by their ids. */
export const agent = (id: string, own: Own<"agent"> = {}): NodeInput => ({ kind: "agent", id, title: id, ...own });
export const verify = (id: string, own: Own<"verify"> = {}): NodeInput => ({ kind: "verify", id, title: id, ...own });
export const synthesize = (id: string, own: Own<"synthesize"> = {}): NodeInput => ({ kind: "synthesize", id, title: id, ...own });
export const map = (id: string, own: Own<"map"> = {}): NodeInput => ({ kind: "map", id, title: id, items: "inputs.list", ...own });
export const loop = (id: string, own: Own<"loop"> = {}): NodeInput => ({ kind: "loop", id, title: id, until: "true", ...own });
export const checkpoint = (id: string, own: Own<"checkpoint"> = {}): NodeInput => ({ kind: "checkpoint", id, title: id, ...own });
export const tool = (id: string, name: string, own: Own<"tool"> = {}): NodeInput => ({ kind: "tool", id, title: id, tool: name, ...own });
export const code = (id: string, source: string, own: Own<"code"> = {}): NodeInput => ({ kind: "code", id, title: id, source, ...own });
export const join = (id: string, own: Own<"join"> = {}): NodeInput => ({ kind: "join", id, title: id, ...own });

/** An edge named after its ends. */
export const edge = (from: string, to: string, own: Partial<EdgeInput> = {}): EdgeInput => ({ id: `${from}-${to}`, from, to, ...own });

/** Edges from each to the next. */
export const chain = (...ids: string[]): EdgeInput[] => ids.slice(1).map((to, index) => edge(ids[index] ?? "", to));
