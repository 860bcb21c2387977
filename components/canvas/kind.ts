import {
  IconArrowsJoin2,
  IconArrowsSplit,
  IconBox,
  IconCode,
  IconFileText,
  IconRepeat,
  IconRobot,
  IconShieldCheck,
  IconSitemap,
  IconStack2,
  IconTool,
  IconUserCheck,
  type Icon,
} from "@tabler/icons-react";
import type { NodeKind } from "../../core/workflow/node.ts";

/** How people tell kinds apart: an icon, a word, and one sentence. */
export const kinds: Record<NodeKind, { label: string; icon: Icon; does: string }> = {
  agent: { label: "Agent", icon: IconRobot, does: "a model with tools in a loop" },
  tool: { label: "Tool", icon: IconTool, does: "one tool call, no model" },
  code: { label: "Code", icon: IconCode, does: "a program in the sandbox" },
  map: { label: "Map", icon: IconStack2, does: "its body once per item" },
  loop: { label: "Loop", icon: IconRepeat, does: "its body until a condition" },
  branch: { label: "Branch", icon: IconArrowsSplit, does: "picks outgoing edges" },
  join: { label: "Join", icon: IconArrowsJoin2, does: "waits for its inputs" },
  verify: { label: "Verify", icon: IconShieldCheck, does: "an independent check of claims" },
  checkpoint: { label: "Checkpoint", icon: IconUserCheck, does: "waits for a person" },
  synthesize: { label: "Synthesize", icon: IconFileText, does: "merges claims into the report" },
  subworkflow: { label: "Subworkflow", icon: IconSitemap, does: "a pinned revision" },
  opaque: { label: "Opaque", icon: IconBox, does: "a step from outside, shown and not run" },
};
