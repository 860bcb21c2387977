"use client";

import type { OpOutcome } from "../../core/workflow/apply-op.ts";
import { planOf, type Graph } from "../../core/workflow/graph.ts";
import type { JsonValue } from "../../core/workflow/json-value.ts";
import type { Op } from "../../core/workflow/op.ts";
import { commitChange } from "./commit-change.ts";
import { FieldEditor } from "./field-editor.tsx";
import { planFields } from "./field-shape.ts";
import { TypedPlace } from "./typed-place.tsx";
import classes from "./node-form.module.css";

/** What is said of the plan as a whole, as a form; each change is one op that can be undone. */
export function PlanForm({ graph, apply }: { graph: Graph; apply(ops: Op[]): OpOutcome }) {
  const values: Record<string, JsonValue | undefined> = planOf(graph);
  const commit = commitChange(apply, (changes) => ({ op: "plan-update", changes }));
  const writers = graph.nodes.filter(({ parent }) => parent === undefined).map(({ id, title }) => ({ value: id, label: title }));
  return (
    <TypedPlace name="plan">
      <div className={classes.form}>
        {planFields.map((field) => (
          <FieldEditor key={field.name} field={field} path={[field.name]} value={values[field.name]} commit={commit} choicesAt={([name]) => (name === "reportNode" ? writers : undefined)} />
        ))}
      </div>
    </TypedPlace>
  );
}
