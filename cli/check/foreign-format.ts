type Fields = Record<string, unknown>;

const isFields = (value: unknown): value is Fields => typeof value === "object" && value !== null && !Array.isArray(value);
const holds = (list: unknown, ...names: string[]) => Array.isArray(list) && list.length > 0 && list.every((one) => isFields(one) && names.every((name) => Object.hasOwn(one, name)));

/** By what one knows the formats of others, as their own projects write them. */
const formats: readonly { name: string; is(value: Fields): boolean }[] = [
  { name: "a LangGraph graph", is: ({ nodes, edges }) => holds(nodes, "id") && holds(edges, "source", "target") },
  { name: "an n8n workflow", is: ({ nodes, connections }) => holds(nodes, "type", "parameters") && isFields(connections) },
  { name: "a manifest of the Workflow DevKit", is: ({ steps, workflows, version }) => isFields(steps) && isFields(workflows) && version !== undefined },
  { name: "a plan of Magentic-UI", is: ({ steps }) => holds(steps, "title", "agent_name") },
  { name: "an OpenTelemetry trace", is: ({ resourceSpans }) => Array.isArray(resourceSpans) },
  { name: "a signed decision, which verify reads", is: ({ payloadType, signatures }) => payloadType !== undefined && Array.isArray(signatures) },
  { name: "a brief, from which plan makes a plan", is: ({ question, nodes }) => typeof question === "string" && nodes === undefined },
];

/** What somebody else's file seems to be, with its article; null for what nobody recognises. */
export function foreignFormatOf(content: unknown): string | null {
  if (typeof content === "string") {
    if (/^\s*(?:\/\/[^\n]*\n\s*|\/\*[\s\S]{0,2000}?\*\/\s*)*export\s+const\s+meta\b/.test(content)) return "a workflow script";
    return /^(?:kind:\s*app|app:|version:\s)/m.test(content) && /^workflow:/m.test(content) ? "a Dify workflow" : null;
  }
  return isFields(content) ? (formats.find(({ is }) => is(content))?.name ?? null) : null;
}
