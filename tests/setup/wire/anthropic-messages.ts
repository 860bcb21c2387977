import { z } from "zod";
import { json, parsed, promptOf, type WireAnswer, type WireMessage, type WireProtocol } from "./wire-protocol.ts";

const block = z.union([
  z.object({ type: z.literal("text"), text: z.string() }),
  z.object({ type: z.literal("document"), title: z.string(), source: z.object({ data: z.string() }), citations: z.object({ enabled: z.literal(true) }) }),
  z.object({ type: z.literal("tool_use"), id: z.string(), name: z.string(), input: z.unknown() }),
  z.object({ type: z.literal("tool_result"), tool_use_id: z.string(), content: z.union([z.string(), z.array(z.object({ type: z.literal("text"), text: z.string() }))]) }),
]);
const bodySchema = z.object({
  model: z.string(),
  system: z.array(z.object({ text: z.string() })).default([]),
  messages: z.array(z.object({ role: z.enum(["user", "assistant"]), content: z.array(block) })),
  tools: z.array(z.object({ name: z.string() })).default([]),
});

const stopReasons = { stop: "end_turn", filtered: "refusal", refused: "refusal", length: "max_tokens" } as const;

type Cited = NonNullable<WireAnswer["cited"]>[number];

function blocksOf(whole: string, cited: readonly Cited[]): { text: string; from: Cited | null }[] {
  const blocks: { text: string; from: Cited | null }[] = [];
  let at = 0;
  for (const from of cited) {
    const start = whole.indexOf(from.text, at);
    blocks.push({ text: whole.slice(at, start), from: null }, { text: from.text, from });
    at = start + from.text.length;
  }
  return [...blocks, { text: whole.slice(at), from: null }];
}

/** https://docs.anthropic.com/en/api/messages-streaming */
export const anthropicMessages: WireProtocol = {
  matches: (path) => path.endsWith("/messages"),
  read(body) {
    const { model, system, messages, tools } = bodySchema.parse(body);
    const names = new Map(messages.flatMap(({ content }) => content.flatMap((one) => (one.type === "tool_use" ? [[one.id, one.name] as const] : []))));
    const documents = messages.flatMap(({ content }) => content.flatMap((one) => (one.type === "document" ? [one.source.data] : [])));
    const inPlace = (text: string) => text.replaceAll(/"It is document (\d+), which follows\."/g, (_, number: string) => JSON.stringify(documents[Number(number) - 1]));
    const wire = messages.flatMap(({ role, content }): WireMessage[] => {
      const texts = content.flatMap((one) => (one.type === "text" ? [one.text] : []));
      if (role === "assistant") return [{ role, text: texts.join(""), calls: content.flatMap((one) => (one.type === "tool_use" ? [{ id: one.id, name: one.name, input: one.input }] : [])) }];
      const results = content.flatMap((one) =>
        one.type === "tool_result" ? [{ id: one.tool_use_id, name: names.get(one.tool_use_id) ?? "", value: parsed(inPlace(typeof one.content === "string" ? one.content : one.content.map(({ text }) => text).join(""))) }] : [],
      );
      return [...(results.length > 0 ? [{ role: "tool" as const, results }] : []), ...(texts.length > 0 ? [{ role, texts }] : [])];
    });
    return { model, prompt: promptOf([{ role: "system", text: system.map(({ text }) => text).join("") }, ...wire]), toolNames: tools.map(({ name }) => name) };
  },
  // The AI SDK asks for a form by a tool of its own where it doesn't know that a model has forms.
  formed: ({ toolNames }, answer) => (toolNames.includes("json") && answer.text !== "" ? { ...answer, text: "", calls: [{ toolName: "json", input: null, rawInput: answer.text }] } : answer),
  stream({ text: whole, calls, usage, cited = [], end = "stop" }, pieces) {
    const input = { input_tokens: usage.input - usage.cached - usage.written, cache_read_input_tokens: usage.cached, cache_creation_input_tokens: usage.written };
    const event = (one: { type: string; [key: string]: unknown }) => json(one, one.type);
    const eventsOf = (index: number, deltas: object[]) => [
      event({ type: "content_block_start", index, content_block: { type: "text", text: "" } }),
      event({ type: "ping" }),
      ...deltas.map((delta) => event({ type: "content_block_delta", index, delta })),
      event({ type: "content_block_stop", index }),
    ];
    const said = (piece: string) => ({ type: "text_delta", text: piece });
    // What is cited is a block of its own.
    const blocks = cited.length === 0 ? (pieces.length === 0 ? [] : [pieces.map(said)]) : blocksOf(whole, cited).map(({ text, from }) => [said(text), ...(from === null ? [] : [{ type: "citations_delta", citation: { type: "char_location", cited_text: from.exact, document_index: 0, document_title: from.title, start_char_index: 0, end_char_index: from.exact.length } }])]);
    const text = blocks.flatMap((deltas, index) => eventsOf(index, deltas));
    return [
      event({ type: "message_start", message: { id: "msg_1", type: "message", role: "assistant", model: "m", content: [], stop_reason: null, stop_sequence: null, usage: { ...input, output_tokens: 1 } } }),
      ...text,
      ...calls.flatMap(({ toolName, input: given, rawInput }, index) => [
        event({ type: "content_block_start", index: index + blocks.length, content_block: { type: "tool_use", id: `toolu_${index}_${usage.input}`, name: toolName, input: {} } }),
        event({ type: "content_block_delta", index: index + blocks.length, delta: { type: "input_json_delta", partial_json: rawInput ?? JSON.stringify(given) } }),
        event({ type: "content_block_stop", index: index + blocks.length }),
      ]),
      event({ type: "message_delta", delta: { stop_reason: calls.length > 0 ? "tool_use" : stopReasons[end], stop_sequence: null }, usage: { output_tokens: usage.output } }),
      event({ type: "message_stop" }),
    ];
  },
  error: (type, message) => ({ type: "error", error: { type, message } }),
  streamError: (message) => json({ type: "error", error: { type: "overloaded_error", message } }, "error"),
};
