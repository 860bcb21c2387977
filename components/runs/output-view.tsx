import { claimsOutputSchema, type Missing } from "../../core/evidence/claim.ts";
import { reportSchema } from "../../core/evidence/report.ts";
import { verdictsOutputSchema, type Verdict } from "../../core/evidence/verdict.ts";
import type { JsonValue } from "../../core/workflow/json-value.ts";
import { countText } from "../parts/number-text.ts";
import { CandidateList } from "./candidate-list.tsx";
import { LongText } from "./long-text.tsx";
import { useRunSnapshot } from "./run-context.tsx";
import classes from "./output-view.module.css";
import type { StepEvents } from "./use-step-events.ts";

interface OutputProps {
  value: JsonValue;
  /** What it is called when it is kept as a file. */
  name: string;
  sources: StepEvents["sources"];
}

/** What a step put out, as people read it: claims, rulings and reports by their form, several by their names; the rest as JSON. */
export function OutputView({ value, name, sources }: OutputProps) {
  const ruled = verdictsOutputSchema.safeParse(value);
  if (ruled.success) {
    const { claims, verdicts, dropped, missing } = ruled.data;
    return (
      <>
        <VerdictCounts verdicts={verdicts} />
        <CandidateList claims={claims} verdicts={verdicts} sources={sources} />
        {dropped.length > 0 && (
          <>
            <h3 className={classes.title}>Taken out</h3>
            <CandidateList claims={dropped} verdicts={verdicts} sources={sources} />
          </>
        )}
        <MissingList missing={missing} />
      </>
    );
  }
  const claimed = claimsOutputSchema.safeParse(value);
  if (claimed.success) {
    return (
      <>
        <CandidateList claims={claimed.data.claims} sources={sources} />
        <MissingList missing={claimed.data.missing} />
      </>
    );
  }
  const report = reportSchema.safeParse(value);
  if (report.success) return <ReportFacts report={report.data} />;
  const several = namedClaims(value);
  if (several !== null) {
    return several.map(([input, output]) => (
      <section key={input} className={classes.named}>
        <h3 className={classes.title}>{input}</h3>
        <OutputView value={output} name={`${name}, ${input}`} sources={sources} />
      </section>
    ));
  }
  return <LongText name={name} text={typeof value === "string" ? value : JSON.stringify(value, null, 2)} />;
}

/** What came in by several edges that all bring claims; null for anything else. */
function namedClaims(value: JsonValue): [string, JsonValue][] | null {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
  const inputs = Object.entries(value);
  const hasClaims = (output: JsonValue) => claimsOutputSchema.safeParse(output).success || verdictsOutputSchema.safeParse(output).success;
  return inputs.length > 0 && inputs.every(([, output]) => hasClaims(output)) ? inputs : null;
}

function ReportFacts({ report: { blocks, claims, conflicts, leftOut, unanswered } }: { report: ReturnType<typeof reportSchema.parse> }) {
  const { state } = useRunSnapshot();
  return (
    <>
      <p className={classes.quiet}>
        {countText(claims.length, "claim")}, {countText(conflicts.length, "conflict")}, {leftOut.length} left out, {countText(unanswered.length, "open point")}.
        {state.status === "completed" && " The report itself is in its own tab."}
      </p>
      {blocks.map(({ type, sentences }, index) => {
        const text = sentences.map((sentence) => sentence.text).join(" ");
        // Blocks have no ids; their order never changes.
        return type === "heading" ? (
          <h3 key={index} className={classes.title}>
            {text}
          </h3>
        ) : (
          <p key={index} className={classes.reading} data-item={type === "list-item" || undefined}>
            {text}
          </p>
        );
      })}
    </>
  );
}

function VerdictCounts({ verdicts }: { verdicts: readonly Verdict[] }) {
  if (verdicts.length === 0) return null;
  const count = (verdict: Verdict["verdict"]) => verdicts.filter((one) => one.verdict === verdict).length;
  return (
    <p className={classes.quiet}>
      {countText(verdicts.length, "ruling")}: {count("supported")} supported, {count("refuted")} refuted, {count("not-enough-info")} not enough info.
    </p>
  );
}

function MissingList({ missing }: { missing: readonly Missing[] }) {
  if (missing.length === 0) return null;
  return (
    <div className={classes.missing}>
      <h3 className={classes.title}>Looked for and not found</h3>
      <ul>
        {missing.map(({ text, why }, index) => (
          <li key={`${index} ${text}`}>
            {text}
            {why !== "" && <p className={classes.quiet}>{why}</p>}
          </li>
        ))}
      </ul>
    </div>
  );
}
