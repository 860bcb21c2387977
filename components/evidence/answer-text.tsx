import type { ReactNode } from "react";
import { restsOnNoClaim, type Report } from "../../core/evidence/report.ts";
import type { RunClaim } from "../../core/evidence/run-claim.ts";
import { SourceRuns } from "../sources/source-runs.tsx";
import classes from "./answer-text.module.css";

type Block = Report["blocks"][number];
type Sentence = Block["sentences"][number];

type AnswerTextProps = { report: Report; claims: readonly RunClaim[]; selectedId: string | null; chip(claim: RunClaim): ReactNode };

/** The report as prose: a chip stands behind every sentence for each claim that it rests on. */
export function AnswerText({ report, claims, selectedId, chip }: AnswerTextProps) {
  const claimsById = new Map(claims.map((claim) => [claim.id, claim]));
  const sentence = (one: Sentence, index: number) => {
    const [first, ...others] = one.claimIds.flatMap((id) => claimsById.get(id) ?? []);
    const end = first === undefined ? one.text.length : lastWordAt(one.text);
    return (
      <span key={index} className={classes.sentence} data-selected={(selectedId !== null && one.claimIds.includes(selectedId)) || undefined}>
        <SourceRuns text={one.text} part={{ start: 0, end }} marks={[]} />
        {first !== undefined && (
          <span className={classes.end}>
            <SourceRuns text={one.text} part={{ start: end, end: one.text.length }} marks={[]} /> {chip(first)}
          </span>
        )}{" "}
        {others.map((claim) => (
          <span key={claim.id}>{chip(claim)} </span>
        ))}
        {restsOnNoClaim(one) && <span className={classes.bare}>rests on no claim </span>}
      </span>
    );
  };
  if (report.blocks.length === 0) return <p className={classes.empty}>The report says nothing: no claim was found that could be stated.</p>;
  return (
    <article className={classes.answer} dir="auto" aria-label="Report">
      {inLists(report.blocks).map((part) => {
        if (Array.isArray(part)) {
          return (
            <ul key={part[0]?.at} className={classes.list}>
              {part.map(({ block, at }) => (
                <li key={at}>{block.sentences.map(sentence)}</li>
              ))}
            </ul>
          );
        }
        const { block, at } = part;
        return block.type === "heading" ? <h3 key={at}>{block.sentences.map(sentence)}</h3> : <p key={at}>{block.sentences.map(sentence)}</p>;
      })}
    </article>
  );
}

/** Where the last word of a sentence begins, so that its citation never stands alone on a line; its end where that is too long, or part of a sign. */
function lastWordAt(text: string): number {
  return /(?<=\s)[^\s`*[\]()_]{1,24}$/.exec(text)?.index ?? text.length;
}

type Placed = { block: Block; at: number };

/** Items that follow each other become one list. */
function inLists(blocks: readonly Block[]): (Placed | Placed[])[] {
  const parts: (Placed | Placed[])[] = [];
  for (const [at, block] of blocks.entries()) {
    const last = parts.at(-1);
    if (block.type !== "list-item") parts.push({ block, at });
    else if (Array.isArray(last)) last.push({ block, at });
    else parts.push([{ block, at }]);
  }
  return parts;
}
