import { z } from "zod";
import { json, promptOf, type WireMessage, type WireProtocol } from "./wire-protocol.ts";

const partSchema = z.union([
  z.object({ text: z.string() }),
  z.object({ functionCall: z.object({ name: z.string(), args: z.unknown() }) }),
  z.object({ functionResponse: z.object({ name: z.string(), response: z.unknown() }) }),
]);
const bodySchema = z.object({
  systemInstruction: z.object({ parts: z.array(z.object({ text: z.string() })) }).optional(),
  contents: z.array(z.object({ role: z.enum(["user", "model"]), parts: z.array(partSchema) })),
  tools: z.array(z.object({ functionDeclarations: z.array(z.object({ name: z.string() })).default([]) })).default([]),
});

const finishReasons = { stop: "STOP", filtered: "SAFETY", refused: "PROHIBITED_CONTENT", length: "MAX_TOKENS" } as const;

/** https://ai.google.dev/api/generate-content#method:-models.streamgeneratecontent, as server-sent events */
export const googleGenerate: WireProtocol = {
  matches: (path) => path.includes(":streamGenerateContent"),
  read(body, path) {
    const { systemInstruction, contents, tools } = bodySchema.parse(body);
    const system = (systemInstruction?.parts ?? []).map(({ text }) => text).join("");
    const wire = contents.flatMap(({ role, parts }, turn): WireMessage[] => {
      const texts = parts.flatMap((part) => ("text" in part ? [part.text] : []));
      const calls = parts.flatMap((part) => ("functionCall" in part ? [part.functionCall] : []));
      if (role === "model") return [{ role: "assistant", text: texts.join(""), calls: calls.map(({ name, args }, index) => ({ id: `${turn}.${index}`, name, input: args })) }];
      // Results carry no id here: they follow their calls, in the same order.
      const results = parts.flatMap((part) => ("functionResponse" in part ? [part.functionResponse] : []));
      const values = results.map(({ name, response }, index) => ({ id: `${turn - 1}.${index}`, name, value: z.object({ content: z.unknown() }).safeParse(response).data?.content ?? response }));
      return [...(values.length > 0 ? [{ role: "tool" as const, results: values }] : []), ...(texts.length > 0 ? [{ role: "user" as const, texts }] : [])];
    });
    const model = /models\/([^:]+):/.exec(path)?.[1] ?? "";
    return { model, prompt: promptOf([{ role: "system", text: system }, ...wire]), toolNames: tools.flatMap(({ functionDeclarations }) => functionDeclarations.map(({ name }) => name)) };
  },
  stream({ calls, usage, end = "stop" }, pieces) {
    const usageMetadata = { promptTokenCount: usage.input, cachedContentTokenCount: usage.cached, candidatesTokenCount: usage.output - usage.reasoning, thoughtsTokenCount: usage.reasoning, totalTokenCount: usage.input + usage.output };
    const chunk = (parts: object[], finishReason?: string) => json({ candidates: [{ content: { role: "model", parts }, index: 0, ...(finishReason === undefined ? {} : { finishReason }) }], ...(finishReason === undefined ? {} : { usageMetadata }) });
    return [
      ...pieces.map((text) => chunk([{ text }])),
      ...calls.map(({ toolName, input, rawInput }) => chunk([{ functionCall: { name: toolName, args: rawInput ?? input } }])),
      chunk([{ text: "" }], finishReasons[end]),
    ];
  },
  error: (type, message) => ({ error: { code: 400, message, status: type } }),
  streamError: (message) => json({ error: { code: 503, message, status: "UNAVAILABLE" } }),
};
