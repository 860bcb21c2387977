import { useEffect, useEffectEvent, useRef, useState } from "react";
import type { PreflightReport } from "../../core/preflight/preflight.ts";
import type { Graph } from "../../core/workflow/graph.ts";
import { checkPlan, type AskedCheck } from "./check-plan.ts";

interface CheckedPlan {
  of: Graph;
  report: PreflightReport;
}

/**
 * What the checks say of a plan, made anew after each change; while a check is under way, the one before.
 * Of plans that follow each other faster than they can be checked, the last one is.
 * @param asked null while there is nothing to check.
 */
export function usePlanReport(asked: AskedCheck | null): CheckedPlan | null {
  const [checked, setChecked] = useState<CheckedPlan | null>(null);
  const isBusy = useRef(false);
  const graph = asked?.graph ?? null;
  const checkLatest = useEffectEvent(async () => {
    if (asked === null || isBusy.current) return;
    isBusy.current = true;
    const report = await checkPlan(asked);
    isBusy.current = false;
    setChecked({ of: asked.graph, report });
  });
  useEffect(() => {
    if (graph !== null && checked?.of !== graph) void checkLatest();
  }, [graph, checked]);
  return checked;
}
