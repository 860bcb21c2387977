import type { OpOutcome } from "../../core/workflow/apply-op.ts";
import type { FieldChange, Op } from "../../core/workflow/op.ts";
import type { Commit } from "./field-editor.tsx";

/** Makes each change of a field one op; what is refused is said without the field's path, beside whose control it stands. */
export function commitChange(apply: (ops: Op[]) => OpOutcome, opOf: (changes: FieldChange[]) => Op): Commit {
  return (path, value) => {
    const outcome = apply([opOf([value === undefined ? { path } : { path, value }])]);
    return outcome.ok ? null : outcome.refusal.message.replace(`${path.join(".")}: `, "");
  };
}
