import { IconCheck, IconQuestionMark, IconX } from "@tabler/icons-react";
import Link from "next/link";
import type { CandidateClaim, PlacedQuote } from "../../core/evidence/claim.ts";
import { quoteWords } from "../../core/evidence/quote-words.ts";
import type { Verdict } from "../../core/evidence/verdict.ts";
import { RequirementMark } from "../canvas/requirement-mark.tsx";
import { InlineText } from "../sources/inline-text.tsx";
import { sourceAddress } from "../sources/source-address.ts";
import classes from "./candidate-list.module.css";
import type { StepEvents } from "./use-step-events.ts";

const verdictText = {
  supported: { label: "Supported", checked: "In source", icon: IconCheck },
  refuted: { label: "Refuted", checked: "Text differs", icon: IconX },
  "not-enough-info": { label: "Not enough info", checked: "Not enough info", icon: IconQuestionMark },
} as const;

/** Claims as workers wrote them, each with its quotes at their places, and with what verifiers ruled. */
export function CandidateList({ claims, verdicts = [], sources }: { claims: readonly CandidateClaim[]; verdicts?: readonly Verdict[]; sources: StepEvents["sources"] }) {
  if (claims.length === 0) return <p className={classes.none}>No claim.</p>;
  const verdictsByClaim = Map.groupBy(verdicts, ({ claimId }) => claimId);
  return (
    <ol className={classes.list}>
      {claims.map((claim) => (
        <li key={claim.id} className={classes.claim}>
          <p className={classes.text}>
            <InlineText text={claim.text} />
          </p>
          <p className={classes.facts}>
            {claim.stance !== "neutral" && <span>{claim.stance}</span>}
            {claim.answers.map((id) => (
              <RequirementMark key={id} id={id} isCritical={false} />
            ))}
            {(verdictsByClaim.get(claim.id) ?? []).map((verdict) => (
              <VerdictMark key={`${verdict.stepId} ${verdict.vote}`} verdict={verdict} />
            ))}
          </p>
          {claim.quotes.length === 0 && <p className={classes.none}>No quote: this rests on nothing.</p>}
          {claim.quotes.map((quote, index) => (
            <QuoteView key={`${index} ${quote.sourceId}`} quote={quote} source={sources[quote.sourceId]} />
          ))}
        </li>
      ))}
    </ol>
  );
}

/** A text check is never drawn like a model's or a person's ruling: another word, no colour (VERIFICATION.md). */
function VerdictMark({ verdict: { verdict, method, verifier, reason } }: { verdict: Verdict }) {
  const { label, checked, icon: Mark } = verdictText[verdict];
  const isTextCheck = method === "text-check";
  return (
    <span className={classes.verdict} data-verdict={isTextCheck ? undefined : verdict} title={`${verifier}: ${reason}`}>
      <Mark size={12} stroke={2.1} aria-hidden="true" />
      {isTextCheck ? checked : label}
    </span>
  );
}

function QuoteView({ quote: { sourceId, exact, place }, source }: { quote: PlacedQuote; source: StepEvents["sources"][string] | undefined }) {
  const name = source?.path ?? sourceId;
  if (place === null) {
    return (
      <div className={classes.lost}>
        <p className={classes.lostTitle}>
          <IconX size={12} stroke={2.1} aria-hidden="true" /> Not in source
        </p>
        <QuoteText exact={exact} />
        <p className={classes.origin}>
          <Link href={sourceAddress(sourceId)}>{name}</Link> holds no such passage.
        </p>
      </div>
    );
  }
  return (
    <div className={classes.quote}>
      <QuoteText exact={exact} />
      <p className={classes.origin}>
        <Link href={sourceAddress(sourceId, place)}>{name}</Link>
        {place.match === "normalised" && ", found after evening out typography and white space"}
      </p>
    </div>
  );
}

function QuoteText({ exact }: { exact: string }) {
  const { text, isCode } = quoteWords({ exact });
  return <blockquote data-code={isCode || undefined}>{isCode ? text : <InlineText text={text} />}</blockquote>;
}
