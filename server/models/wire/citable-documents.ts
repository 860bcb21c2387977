import type { LanguageModelV4FilePart, LanguageModelV4Prompt, LanguageModelV4ToolResultPart } from "@ai-sdk/provider";
import { z } from "zod";

const stretchSchema = z.looseObject({ sourceId: z.string(), path: z.string().optional(), text: z.string() });
const foundSchema = z.looseObject({ passages: z.array(stretchSchema) });
type Stretch = z.infer<typeof stretchSchema>;

/**
 * Hands the passages that tools brought to a provider as documents that it can cite, one each, named by their source; in
 * the tool's result stands where each is. What is said stays the same, only its form changes.
 * https://docs.anthropic.com/en/docs/build-with-claude/citations
 */
export function withCitableDocuments(prompt: LanguageModelV4Prompt): LanguageModelV4Prompt {
  let count = 0;
  return prompt.flatMap((message): LanguageModelV4Prompt => {
    if (message.role !== "tool") return [message];
    const documents: LanguageModelV4FilePart[] = [];
    const place = (stretch: Stretch): Stretch => {
      count += 1;
      documents.push(documentOf(stretch));
      return { ...stretch, text: `It is document ${count}, which follows.` };
    };
    const content = message.content.map((part) => (part.type === "tool-result" ? placed(part, place) : part));
    return documents.length === 0 ? [message] : [{ ...message, content }, { role: "user", content: documents }];
  });
}

function placed(part: LanguageModelV4ToolResultPart, place: (stretch: Stretch) => Stretch): LanguageModelV4ToolResultPart {
  if (part.output.type !== "json") return part;
  const { value } = part.output;
  const found = foundSchema.safeParse(value);
  const one = stretchSchema.safeParse(value);
  if (!found.success && !one.success) return part;
  const told = found.success ? { ...found.data, passages: found.data.passages.map(place) } : place(one.data ?? { sourceId: "", text: "" });
  return { ...part, output: { type: "json", value: JSON.parse(JSON.stringify(told)) } };
}

function documentOf({ sourceId, path, text }: Stretch): LanguageModelV4FilePart {
  const context = path === undefined ? {} : { context: path };
  return { type: "file", mediaType: "text/plain", filename: sourceId, data: { type: "text", text }, providerOptions: { anthropic: { citations: { enabled: true }, title: sourceId, ...context } } };
}
