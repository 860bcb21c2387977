import { isContainer, type Node } from "../../workflow/node.ts";
import { toolsOf } from "../node-tools.ts";
import { found, onNode, type Examined, type Rule, type RuleFinding } from "../rule.ts";
import { firstCall, sourceWithoutWords } from "../source-calls.ts";
import { effectOf } from "../tool-effect.ts";

/**
 * A step that writes and then asks whether it may: resumed after the answer it runs from its start, and writes twice.
 * LangGraph's `interrupt()` is known for it (langgraph `types.py`: "the node restarts from the beginning").
 */
export const effectBeforeGate: Rule = {
  id: "structure/effect-before-gate",
  severity: "error",
  reads: "structure",
  why: "It writes first and asks afterwards: the answer comes too late, and a resumed step writes a second time.",
  examine: (examined) => found(examined.graph.nodes.flatMap((node) => findingOf(node, examined) ?? inBody(node, examined) ?? [])),
};

/** A container whose body writes before anybody is asked in it: each item is written first and asked about afterwards. */
function inBody(container: Node, { view, surroundings }: Examined): RuleFinding | null {
  const body = isContainer(container.kind) ? view.children(container.id) : [];
  const gates = body.filter(({ kind }) => kind === "checkpoint");
  if (gates.length === 0) return null;
  const guarded = view.after(gates);
  for (const node of body) {
    const writing = toolsOf(node).map((name) => effectOf(name, surroundings)).find(({ writes }) => writes === true);
    if (writing === undefined || guarded.has(node)) continue;
    const gate = gates.find((one) => view.after([node]).has(one));
    if (gate !== undefined) return { ...onNode(container, `In "${container.title}", "${node.title}" writes with "${writing.name}" before "${gate.title}" asks a person.`), severity: writing.isDeclared ? "error" : "warning" };
  }
  return null;
}

/** How programs wait for a person without a tool. */
const waits = ["interrupt", "waitForApproval", "requestApproval", "awaitApproval", "getApproval", "approval", "approve", "checkpoint", "confirm", "confirmation", "consent", "ask", "askPerson", "askHuman", "askUser", "prompt", "review"];

function findingOf(node: Node, { surroundings }: Examined): RuleFinding | null {
  const effects = toolsOf(node).map((name) => effectOf(name, surroundings));
  const writing = effects.filter(({ writes }) => writes === true);
  const asking = effects.filter(({ asksPerson }) => asksPerson);
  const [firstWrite, firstAsk] = [writing[0], asking[0]];
  if (firstWrite === undefined) return null;
  if (node.kind === "code" && typeof node.source === "string") {
    const source = sourceWithoutWords(node.source);
    const written = firstCall(source, writing.map(({ name }) => name));
    const asked = firstCall(source, [...asking.map(({ name }) => name), ...waits]);
    if (written === null || asked === null || written > asked) return null;
    return { ...onNode(node, `"${node.title}" calls "${firstWrite.name}" before it waits for a person.`), severity: firstWrite.isDeclared ? "error" : "warning" };
  }
  if (firstAsk === undefined) return null;
  return { ...onNode(node, `"${node.title}" may write with "${firstWrite.name}" before it asks with "${firstAsk.name}": both are tools of one step.`), severity: "warning" };
}
