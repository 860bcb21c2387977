import { audited, withAllEvents, type AuditRule, type AuditRuleFinding } from "../audit-rule.ts";
import { limitText } from "../limit-text.ts";
import { runLimits, type LimitName } from "../run-limit.ts";
import { usageOf } from "../run-usage.ts";

const names: readonly LimitName[] = ["tokens", "cost", "minutes", "agents"];

/** A guard that did not hold: more was spent than the brief and the people who were asked allowed. */
export const budgetExceeded: AuditRule = {
  id: "audit/budget-exceeded",
  seeks: "Use beyond the budget",
  severity: "error",
  why: "The run used more than anybody allowed it to.",
  examine: (run) =>
    withAllEvents(run, () => {
      const limits = runLimits(run.brief, run.state);
      const used = usageOf(run).limits;
      return audited(
        names.flatMap((name): AuditRuleFinding[] => {
          const [amount, { allowed }] = [used[name], limits[name]];
          if (amount === null) return name === "cost" ? [unpriced] : [];
          if (amount <= allowed) return [];
          return [{ target: { type: "run" }, message: `The run took ${limitText[name](amount)}; ${limitText[name](allowed)} were allowed.` }];
        }),
      );
    }),
};

const unpriced: AuditRuleFinding = {
  target: { type: "run" },
  severity: "note",
  message: "The price of a model isn't known, so the cost can't be compared with what the brief allows.",
};
