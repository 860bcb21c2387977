import type { ToolDescriptor } from "../../core/review/manifest.ts";
import { digestOf } from "../../core/text/digest.ts";
import { readSourceTool, type FindSource } from "./read-source-tool.ts";
import { searchSourcesTool, type CountWords, type SearchPassages } from "./search-sources-tool.ts";
import type { Tool } from "./tool.ts";

/** What the built-in tools reach. */
interface ToolPorts {
  search: SearchPassages;
  countWords: CountWords;
  findSource: FindSource;
}

/** Every tool that a workflow may name. */
export interface ToolRegistry {
  list(): Tool[];
  /** What approvals bind: each tool as it is now. */
  descriptors(): Promise<ToolDescriptor[]>;
}

/** @param others beside the built-in ones. */
export function createToolRegistry({ search, countWords, findSource }: ToolPorts, others: readonly Tool[] = []): ToolRegistry {
  const tools = [searchSourcesTool(search, countWords), readSourceTool(findSource), ...others];
  return {
    list: () => tools,
    descriptors: async () => tools.map(descriptorOf),
  };
}

function descriptorOf({ name, description, effects, inputSchema }: Tool): ToolDescriptor {
  return { name, description, inputDigest: digestOf(inputSchema), effects, server: "built-in" };
}
