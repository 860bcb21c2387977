import type { Graph } from "../workflow/graph.ts";
import type { Point } from "./point.ts";

/** What a planner was asked: changes to a plan that answer these points. */
export interface ProposalAsk {
  /** The writing's own id. */
  planId: string;
  /** The revision that was on screen. */
  revision: number;
  /** What changes are proposed to: the revision with what its reader had changed of it. */
  base: Graph;
  /** The nodes that are to be written anew; empty for the whole plan. */
  nodeIds: string[];
  points: Point[];
  /** Findings for which there was no room. */
  leftOut: number;
  askedById: string | null;
  askedByName: string;
}
