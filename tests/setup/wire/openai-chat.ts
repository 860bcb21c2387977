import { z } from "zod";
import { json, parsed, promptOf, type WireMessage, type WireProtocol } from "./wire-protocol.ts";

const textOf = z.union([z.string(), z.array(z.object({ text: z.string() })).transform((parts) => parts.map(({ text }) => text).join(""))]).nullish();
const messageSchema = z.discriminatedUnion("role", [
  z.object({ role: z.literal("system"), content: textOf }),
  z.object({ role: z.literal("user"), content: z.union([z.string(), z.array(z.object({ text: z.string() }))]) }),
  z.object({ role: z.literal("assistant"), content: textOf, tool_calls: z.array(z.object({ id: z.string(), function: z.object({ name: z.string(), arguments: z.string() }) })).default([]) }),
  z.object({ role: z.literal("tool"), tool_call_id: z.string(), content: textOf }),
]);
const bodySchema = z.object({ model: z.string(), messages: z.array(messageSchema), tools: z.array(z.object({ function: z.object({ name: z.string() }) })).default([]) });

const finishReasons = { stop: "stop", filtered: "content_filter", refused: "stop", length: "length" } as const;

/** https://platform.openai.com/docs/api-reference/chat-streaming; also spoken by Ollama, vLLM, LM Studio and gateways. */
export const openaiChat: WireProtocol = {
  matches: (path) => path.endsWith("/chat/completions"),
  read(body) {
    const { model, messages, tools } = bodySchema.parse(body);
    const names = new Map(messages.flatMap((message) => (message.role === "assistant" ? message.tool_calls.map((call) => [call.id, call.function.name] as const) : [])));
    const wire = messages.map((message): WireMessage => {
      switch (message.role) {
        case "system":
          return { role: "system", text: message.content ?? "" };
        case "user":
          return { role: "user", texts: typeof message.content === "string" ? [message.content] : message.content.map(({ text }) => text) };
        case "assistant":
          return { role: "assistant", text: message.content ?? "", calls: message.tool_calls.map((call) => ({ id: call.id, name: call.function.name, input: parsed(call.function.arguments) })) };
        case "tool":
          return { role: "tool", results: [{ id: message.tool_call_id, name: names.get(message.tool_call_id) ?? "", value: parsed(message.content ?? "") }] };
      }
    });
    return { model, prompt: promptOf(wire), toolNames: tools.map((tool) => tool.function.name) };
  },
  stream({ calls, usage, end = "stop" }, pieces) {
    const chunk = (delta: object, finishReason: string | null = null) => json({ id: "chatcmpl-1", object: "chat.completion.chunk", created: 1, model: "m", choices: [{ index: 0, delta, finish_reason: finishReason }] });
    return [
      chunk({ role: "assistant", content: "" }),
      ...pieces.map((piece) => chunk(end === "refused" ? { refusal: piece } : { content: piece })),
      ...calls.flatMap(({ toolName, input, rawInput }, index) => [
        chunk({ tool_calls: [{ index, id: `call_${index}_${usage.input}`, type: "function", function: { name: toolName, arguments: "" } }] }),
        chunk({ tool_calls: [{ index, function: { arguments: rawInput ?? JSON.stringify(input) } }] }),
      ]),
      chunk({}, calls.length > 0 ? "tool_calls" : finishReasons[end]),
      json({
        id: "chatcmpl-1",
        object: "chat.completion.chunk",
        created: 1,
        model: "m",
        choices: [],
        usage: {
          prompt_tokens: usage.input,
          completion_tokens: usage.output,
          total_tokens: usage.input + usage.output,
          prompt_tokens_details: { cached_tokens: usage.cached },
          completion_tokens_details: { reasoning_tokens: usage.reasoning },
        },
      }),
      { data: "[DONE]" },
    ];
  },
  error: (type, message) => ({ error: { message, type, param: null, code: type } }),
  streamError: (message) => json({ error: { message, type: "server_error", param: null, code: null } }),
};
