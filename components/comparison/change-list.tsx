import { useEffect, useRef } from "react";
import type { Change, ChangedField } from "../../core/comparison/describe-changes.ts";
import type { PreflightReport } from "../../core/preflight/preflight.ts";
import type { JsonValue } from "../../core/workflow/json-value.ts";
import { differenceMarks } from "../canvas/difference-stat.tsx";
import tints from "../canvas/difference-stat.module.css";
import { kinds } from "../canvas/kind.ts";
import { VisibleText } from "../parts/visible-text.tsx";
import { choiceLabelOf, labelOf } from "../review/field-shape.ts";
import classes from "./change-list.module.css";
import { TextDiff } from "./text-diff.tsx";

interface Reports {
  before: PreflightReport;
  after: PreflightReport;
}

interface ChangeListProps {
  changes: readonly Change[];
  reports: Reports;
  selectedId: string | null;
  onSelect(nodeId: string): void;
}

/** What changed, one entry each: what goes, what comes, what differs, and which findings that brought or took away. */
export function ChangeList({ changes, reports, selectedId, onSelect }: ChangeListProps) {
  if (changes.length === 0) return <p className={classes.none}>Both revisions mean the same. Only where nodes stand may differ.</p>;
  return (
    <ol>
      {changes.map((change) => (
        <ChangeEntry key={`${change.difference} ${change.part.type} ${"id" in change.part ? change.part.id : ""}`} change={change} reports={reports} isSelected={change.part.type === "node" && change.part.id === selectedId} onSelect={onSelect} />
      ))}
    </ol>
  );
}

const partWords = { node: "", edge: "Connection ", plan: "The plan" } as const;
const differenceWords = { added: "added", removed: "removed", changed: "changed" } as const;

function ChangeEntry({ change, reports, isSelected, onSelect }: { change: Change; reports: Reports; isSelected: boolean; onSelect: (nodeId: string) => void }) {
  const { difference, part, title, fields } = change;
  const line = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isSelected) line.current?.scrollIntoView({ block: "nearest" });
  }, [isSelected]);
  const Mark = differenceMarks[difference];
  const Kind = part.type === "node" ? kinds[part.kind].icon : null;
  const name = part.type === "plan" ? "plan" : `${part.type}/${part.id}`;
  const words = `${partWords[part.type]}${title}`;
  return (
    <li ref={line} className={classes.entry} data-selected={isSelected || undefined}>
      <span className={`${classes.mark} ${tints.tint}`} data-difference={difference} role="img" aria-label={differenceWords[difference]}>
        <Mark size={14} stroke={2.1} aria-hidden="true" />
      </span>
      <div className={classes.words}>
        <p className={classes.title}>
          {Kind !== null && <Kind size={16} stroke={1.75} aria-hidden="true" />}
          {part.type === "plan" ? (
            words
          ) : (
            <button type="button" className={classes.show} onClick={() => onSelect(part.type === "node" ? part.id : part.to)}>
              {words}
            </button>
          )}
        </p>
        {fields.map((field) => (
          <FieldChange key={field.name} field={field} />
        ))}
        <FindingChanges name={name} reports={reports} />
      </div>
    </li>
  );
}

function FieldChange({ field: { name, before, after } }: { field: ChangedField }) {
  const label = name.split(".").map(labelOf).join(", ");
  const wordOf = (value: JsonValue | null) => choiceLabelOf(name.split(".").at(-1) ?? "", textOf(value));
  const [old, next] = [wordOf(before), wordOf(after)];
  const isLong = old.length > 60 || next.length > 60;
  return (
    <div className={classes.field}>
      <span className={classes.label}>{label}</span>{" "}
      {isLong ? (
        <TextDiff before={old} after={next} />
      ) : (
        <>
          <del>
            <VisibleText text={old === "" ? "none" : old} />
          </del>{" "}
          →{" "}
          <ins>
            <VisibleText text={next === "" ? "none" : next} />
          </ins>
        </>
      )}
    </div>
  );
}

function textOf(value: JsonValue | null): string {
  if (value === null) return "";
  if (typeof value === "string") return value;
  if (Array.isArray(value) && value.every((one) => typeof one === "string")) return value.join(", ");
  return typeof value === "object" ? JSON.stringify(value, null, 2) : String(value);
}

/** Findings on this part that only one of the two revisions has. */
function FindingChanges({ name, reports }: { name: string; reports: Reports }) {
  const rulesOn = ({ findings }: PreflightReport) => new Set(findings.filter(({ target }) => ("id" in target ? `${target.type}/${target.id}` : target.type) === name).map(({ ruleId }) => ruleId));
  const [before, after] = [rulesOn(reports.before), rulesOn(reports.after)];
  return [...[...before].filter((rule) => !after.has(rule)).map((rule) => ["fixes", rule] as const), ...[...after].filter((rule) => !before.has(rule)).map((rule) => ["brings", rule] as const)].map(([verb, rule]) => (
    <p key={rule} className={classes.rule} data-verb={verb}>
      {verb} <code>{rule}</code>
    </p>
  ));
}
