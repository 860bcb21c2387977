import type { Brief } from "../../core/brief/brief.ts";
import type { Finding, Fix } from "../../core/preflight/finding.ts";
import type { Graph } from "../../core/workflow/graph.ts";
import type { JsonValue } from "../../core/workflow/json-value.ts";
import type { Node } from "../../core/workflow/node.ts";
import { AnnotatedText } from "../annotations/annotated-text.tsx";
import { CommentButton } from "../annotations/comment-button.tsx";
import { RequirementMark } from "../canvas/requirement-mark.tsx";
import { choiceLabelOf, nodeFields, type Field } from "./field-shape.ts";
import { FindingCard } from "./finding-card.tsx";
import classes from "./node-details.module.css";
import { useNodeRead } from "./reading-log.tsx";

/** Everything a node says, readable: findings first, why it is here, then every field it has, then its connections. */
export function NodeDetails({ node, graph, brief, findings, onSelect, onFix }: {
  node: Node;
  graph: Graph;
  brief: Brief;
  findings: readonly Finding[];
  onSelect(id: string): void;
  onFix?: ((fix: Fix) => void) | undefined;
}) {
  useNodeRead(node.id);
  const values: Record<string, JsonValue | undefined> = node;
  // Those that name another part of the plan, by its title.
  const titles: Record<string, string | undefined> = {
    phase: graph.phases.find(({ id }) => id === node.phase)?.title,
    parent: graph.nodes.find(({ id }) => id === node.parent)?.title,
  };
  const fields = nodeFields(node.kind).filter(({ name }) => !["title", "covers", "rationale"].includes(name) && isSaid(values[name]));
  return (
    <div className={classes.details}>
      {findings.map((finding) => (
        <FindingCard key={`${finding.ruleId} ${finding.message}`} finding={finding} onFix={onFix} />
      ))}
      <dl className={classes.facts}>
        <dt>Why it is here</dt>
        <dd>{node.rationale === "" ? <span className={classes.none}>no reason given</span> : <AnnotatedText nodeId={node.id} field="rationale" text={node.rationale} />}</dd>
        <dt>Covers</dt>
        <dd className={classes.covers}>
          {node.covers.length === 0 && <span className={classes.none}>no requirement</span>}
          {node.covers.map((id) => {
            const requirement = brief.requirements.find((one) => one.id === id);
            return (
              <span key={id} className={classes.requirement}>
                <RequirementMark id={id} isCritical={requirement?.isCritical ?? false} /> {requirement?.text ?? "not in the brief"}
              </span>
            );
          })}
        </dd>
        {fields.map((field) => (
          <FieldFact key={field.name} field={field} value={values[field.name]} title={titles[field.name]} nodeId={node.id} />
        ))}
      </dl>
      <Connections node={node} graph={graph} onSelect={onSelect} />
    </div>
  );
}

/**
 * @param title shown instead of the value, where it names something.
 * @param nodeId of the node whose own field it is; left out for parts of one.
 */
function FieldFact({ field: { name, label, shape }, value, title, nodeId }: { field: Field; value: JsonValue | undefined; title?: string | undefined; nodeId?: string }) {
  const isGroup = shape.type === "group" && isObject(value) && value.unknown === undefined;
  return (
    <>
      <dt>{label}</dt>
      <dd>
        {isGroup ? (
          <dl className={classes.group}>
            {shape.fields
              .filter((inner) => isSaid(value[inner.name]))
              .map((inner) => (
                <FieldFact key={inner.name} field={inner} value={value[inner.name]} />
              ))}
          </dl>
        ) : title !== undefined ? (
          title
        ) : nodeId !== undefined && typeof value === "string" && value.includes(" ") ? (
          <AnnotatedText nodeId={nodeId} field={name} text={value} />
        ) : (
          <FieldValue name={name} value={value} scale={shape.type === "number" ? shape.scale : 1} />
        )}
      </dd>
    </>
  );
}

function FieldValue({ name, value, scale }: { name: string; value: JsonValue | undefined; scale: number }) {
  if (isObject(value)) {
    const [only, ...rest] = Object.values(value);
    if (rest.length === 0 && typeof only === "string" && value.unknown === undefined) return only;
    if (typeof value.unknown === "string") return <span className={classes.unknown}>unknown: {value.unknown}</span>;
    return <pre className={classes.json}>{JSON.stringify(value, null, 2)}</pre>;
  }
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (Array.isArray(value)) return value.map((one) => (typeof one === "string" ? one : JSON.stringify(one))).join(", ");
  if (typeof value === "number") return (value / scale).toLocaleString("en", { maximumFractionDigits: 6 });
  return typeof value === "string" ? choiceLabelOf(name, value) : value;
}

function Connections({ node, graph, onSelect }: { node: Node; graph: Graph; onSelect: (id: string) => void }) {
  const ends = [
    { title: "Receives from", edges: graph.edges.filter(({ to }) => to === node.id).map((edge) => ({ edge, otherId: edge.from })) },
    { title: "Hands on to", edges: graph.edges.filter(({ from }) => from === node.id).map((edge) => ({ edge, otherId: edge.to })) },
  ];
  return ends.map(({ title, edges }) => (
    <section key={title}>
      <h3 className={classes.head}>{title}</h3>
      {edges.length === 0 && <p className={classes.none}>nobody</p>}
      <ul>
        {edges.map(({ edge, otherId }) => (
          <li key={edge.id}>
            <button type="button" className={classes.link} onClick={() => onSelect(otherId)}>
              {graph.nodes.find(({ id }) => id === otherId)?.title ?? otherId}
            </button>
            <span className={classes.none}>
              {" "}
              {edge.kind === "order" ? "order only" : <code>{edge.as}</code>}
              {edge.when !== undefined && (
                <>
                  {" "}
                  if <code>{edge.when}</code>
                </>
              )}
            </span>
            <CommentButton target={{ type: "edge", id: edge.id }} label={`Comment on the line ${title === "Receives from" ? "from" : "to"} ${graph.nodes.find(({ id }) => id === otherId)?.title ?? otherId}`} />
          </li>
        ))}
      </ul>
    </section>
  ));
}

function isSaid(value: JsonValue | undefined): boolean {
  if (value === undefined || value === "") return false;
  if (Array.isArray(value)) return value.length > 0;
  return !isObject(value) || Object.keys(value).length > 0;
}

function isObject(value: JsonValue | undefined): value is { [key: string]: JsonValue } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
