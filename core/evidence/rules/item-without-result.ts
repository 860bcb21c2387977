import { audited, withAllEvents, withReport, type AuditRule } from "../audit-rule.ts";
import { mapItemsOf } from "../map-items.ts";
import { shortText } from "../short-text.ts";

/** So many items are named; the count says how many more there are. */
const named = 12;

/** Sixty documents in, fifty-seven results out, and every step after it green. */
export const itemWithoutResult: AuditRule = {
  id: "audit/item-without-result",
  seeks: "Items without a result",
  severity: "error",
  why: "Later steps can't see the gap: the report reads as if every item had been looked at.",
  examine: (run) =>
    // A run without a report hides no gap.
    withReport(run, () =>
      withAllEvents(run, () =>
        audited(
          mapItemsOf(run).flatMap(({ stepId, title, keys, without }) => {
            if (without.length === 0) return [];
            const names = without.slice(0, named).map((key) => shortText(key, 60));
            const more = without.length > named ? ` and ${without.length - named} more` : "";
            return [
              {
                target: { type: "step", id: stepId },
                message: `"${title}": ${keys.length} in, ${keys.length - without.length} out. Without a result: ${names.join(", ")}${more}.`,
              },
            ];
          }),
        ),
      ),
    ),
};
