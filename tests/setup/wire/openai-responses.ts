import { z } from "zod";
import { json, parsed, promptOf, type WireMessage, type WireProtocol } from "./wire-protocol.ts";

const texts = z.union([z.string().transform((text) => [text]), z.array(z.object({ text: z.string() })).transform((parts) => parts.map(({ text }) => text))]);
const itemSchema = z.union([
  z.object({ type: z.literal("function_call"), call_id: z.string(), name: z.string(), arguments: z.string() }),
  z.object({ type: z.literal("function_call_output"), call_id: z.string(), output: z.string() }),
  z.object({ role: z.enum(["system", "developer", "user", "assistant"]), content: texts }),
]);
const bodySchema = z.object({ model: z.string(), store: z.boolean().optional(), input: z.array(itemSchema), tools: z.array(z.object({ name: z.string() })).default([]) });

/** https://platform.openai.com/docs/api-reference/responses-streaming */
export const openaiResponses: WireProtocol = {
  matches: (path) => path.endsWith("/responses"),
  read(body) {
    const { model, input, tools } = bodySchema.parse(body);
    const names = new Map(input.flatMap((item) => ("type" in item && item.type === "function_call" ? [[item.call_id, item.name] as const] : [])));
    const wire = input.map((item): WireMessage => {
      if ("role" in item) {
        if (item.role === "user") return { role: "user", texts: item.content };
        return item.role === "assistant" ? { role: "assistant", text: item.content.join(""), calls: [] } : { role: "system", text: item.content.join("") };
      }
      if (item.type === "function_call") return { role: "assistant", text: "", calls: [{ id: item.call_id, name: item.name, input: parsed(item.arguments) }] };
      return { role: "tool", results: [{ id: item.call_id, name: names.get(item.call_id) ?? "", value: parsed(item.output) }] };
    });
    return { model, prompt: promptOf(wire), toolNames: tools.map(({ name }) => name) };
  },
  stream({ calls, usage, end = "stop" }, pieces) {
    const response = { id: "resp_1", object: "response", created_at: 1, model: "m", output: [] };
    const details = { input_tokens: usage.input, input_tokens_details: { cached_tokens: usage.cached }, output_tokens: usage.output, output_tokens_details: { reasoning_tokens: usage.reasoning }, total_tokens: usage.input + usage.output };
    const event = (one: { type: string; [key: string]: unknown }) => json(one, one.type);
    const message = { type: "message", id: "msg_1", role: "assistant", content: [] };
    const ended =
      end === "stop" || end === "refused"
        ? event({ type: "response.completed", response: { ...response, status: "completed", usage: details } })
        : event({ type: "response.incomplete", response: { ...response, status: "incomplete", incomplete_details: { reason: end === "filtered" ? "content_filter" : "max_output_tokens" }, usage: details } });
    return [
      event({ type: "response.created", response: { ...response, status: "in_progress" } }),
      ...(pieces.length === 0 ? [] : [
        event({ type: "response.output_item.added", output_index: 0, item: message }),
        ...pieces.map((delta) => event({ type: end === "refused" ? "response.refusal.delta" : "response.output_text.delta", item_id: "msg_1", output_index: 0, content_index: 0, delta })),
        event({ type: "response.output_item.done", output_index: 0, item: message }),
      ]),
      ...calls.flatMap(({ toolName, input, rawInput }, index) => {
        const item = { type: "function_call", id: `fc_${index}`, call_id: `call_${index}_${usage.input}`, name: toolName };
        const text = rawInput ?? JSON.stringify(input);
        return [
          event({ type: "response.output_item.added", output_index: index + 1, item: { ...item, arguments: "" } }),
          event({ type: "response.function_call_arguments.delta", item_id: item.id, output_index: index + 1, delta: text }),
          event({ type: "response.output_item.done", output_index: index + 1, item: { ...item, arguments: text, status: "completed" } }),
        ];
      }),
      ended,
    ];
  },
  error: (type, message) => ({ error: { message, type, param: null, code: type } }),
  streamError: (message) => json({ type: "error", sequence_number: 3, error: { type: "server_error", code: "server_error", message, param: null } }, "error"),
};
