import type { Brief } from "../../core/brief/brief.ts";
import { viewGraph } from "../../core/preflight/graph-view.ts";
import { projectedContext, type ContextPart, type ModelNode } from "../../core/preflight/projected-context.ts";
import type { Graph } from "../../core/workflow/graph.ts";
import type { Node } from "../../core/workflow/node.ts";
import { isUnknown } from "../../core/workflow/unknown-value.ts";
import { RequirementMark } from "../canvas/requirement-mark.tsx";
import { useMemo } from "react";
import classes from "./will-receive.module.css";

interface WillReceiveProps {
  node: ModelNode;
  graph: Graph;
  brief: Brief;
  onSelect(id: string): void;
}

/** Whether a model works in a node, so that there is something it will receive. */
export function isModelNode(node: Node): node is ModelNode {
  return node.kind === "agent" || node.kind === "verify" || node.kind === "synthesize";
}

/** Exactly what the model of a node will be given before it begins, and about how long each part is. */
export function WillReceive({ node, graph, brief, onSelect }: WillReceiveProps) {
  const parts = useMemo(() => projectedContext(node, { view: viewGraph(graph), brief }), [node, graph, brief]);
  const total = parts.reduce((sum, { tokens }) => sum + tokens, 0);
  const context = node.kind === "agent" && !isUnknown(node.context) ? node.context : null;
  const withheld = brief.requirements.filter(({ id }) => !parts.some((part) => part.what === "requirement" && part.id === id));
  return (
    <div className={classes.view}>
      <p className={classes.total}>
        <b>≈ {total.toLocaleString("en")} tokens</b>
        {context?.maxTokens === undefined ? " before it begins; no limit of its own" : ` of ${context.maxTokens.toLocaleString("en")} at most`}
      </p>
      {parts.map((part) => (
        <Part key={keyOf(part)} part={part} graph={graph} brief={brief} onSelect={onSelect} />
      ))}
      {node.kind === "verify" && !isUnknown(node.sees) && <p className={classes.note}>Of each claim it sees: {node.sees.join(", ")}.</p>}
      {context !== null && context.sources.length > 0 && <p className={classes.note}>May be given passages of: {context.sources.join(", ")}.</p>}
      {node.kind === "agent" && !isUnknown(node.tools) && (
        <p className={classes.note}>{node.tools.length === 0 ? "It has no tools: nothing else reaches it." : `What its tools answer comes on top: ${node.tools.join(", ")}.`}</p>
      )}
      {withheld.length > 0 && (
        <p className={classes.note}>
          Not given:{" "}
          {withheld.map(({ id, isCritical }) => (
            <RequirementMark key={id} id={id} isCritical={isCritical} />
          ))}
          {!parts.some(({ what }) => what === "question") && " and the question"}
        </p>
      )}
    </div>
  );
}

const labels: Record<ContextPart["what"], string> = { told: "What it is told", question: "The question", requirement: "Requirement", input: "From a step before" };

function Part({ part, graph, brief, onSelect }: { part: ContextPart } & Omit<WillReceiveProps, "node">) {
  return (
    <section className={classes.part}>
      <h3 className={classes.head}>
        {part.what === "requirement" ? <RequirementMark id={part.id} isCritical={brief.requirements.find(({ id }) => id === part.id)?.isCritical ?? false} /> : labels[part.what]}
        <span className={classes.tokens}>≈ {part.tokens.toLocaleString("en")}</span>
      </h3>
      {part.what === "input" ? (
        <p>
          <button type="button" className={classes.link} onClick={() => onSelect(part.from)}>
            {graph.nodes.find(({ id }) => id === part.from)?.title ?? part.from}
          </button>{" "}
          as <code>{part.as}</code>
        </p>
      ) : (
        <p className={classes.text}>{part.text === "" ? "nothing" : part.text}</p>
      )}
    </section>
  );
}

function keyOf(part: ContextPart): string {
  return part.what === "input" ? `input ${part.as}` : part.what === "requirement" ? `requirement ${part.id}` : part.what;
}
