import { audited, withReport, type AuditRule } from "../audit-rule.ts";
import { claimLabel, statedClaims, verdictsOn } from "../audited-run.ts";
import { rulingsOf } from "../ruling.ts";
import { shortText } from "../short-text.ts";

/** A verifier that said no and was not heard: the claim stands in the report as fact. */
export const refutedKept: AuditRule = {
  id: "audit/refuted-kept",
  seeks: "Refuted claims stated as fact",
  severity: "error",
  why: "The report states as fact what a verifier found to be wrong.",
  examine: (run) =>
    withReport(run, (report) => {
      // Both sides of a recorded conflict are shown as sides, not as fact.
      const inConflict = new Set(report.conflicts.flatMap(({ claimIds }) => claimIds));
      return audited(
        statedClaims(report).flatMap((claim) => {
          if (inConflict.has(claim.id)) return [];
          const refuting = rulingsOf(verdictsOn(claim, run)).filter(({ verdict }) => verdict === "refuted");
          if (refuting.length === 0 && claim.state !== "refuted") return [];
          const by = refuting.map(({ stepId }) => `"${run.view.node(run.state.stepsById.get(stepId)?.nodeId ?? "")?.title ?? stepId}"`);
          const who = by.length === 0 ? "The report itself calls" : `${[...new Set(by)].join(" and ")} refuted`;
          const label = claimLabel(report, claim.id);
          const what = by.length === 0 ? `${label} refuted and states it` : `${label}, and the report states it`;
          return [{ target: { type: "claim", id: claim.id }, message: `${who} ${what} as fact: "${shortText(claim.text)}"` }];
        }),
      );
    }),
};
