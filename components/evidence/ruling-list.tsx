import Link from "next/link";
import { alikeVotes } from "../../core/evidence/alike-votes.ts";
import type { Ruling } from "../../core/evidence/ruling.ts";
import type { RunClaim } from "../../core/evidence/run-claim.ts";
import { sourceAddress } from "../sources/source-address.ts";
import { rulingLook } from "./claim-look.ts";
import { LookMark } from "./look-mark.tsx";
import classes from "./ruling-list.module.css";
import type { Evidence } from "./use-evidence.ts";

/** Every verifier of the plan with its ruling on one claim, what it looked at and why; also those that did not rule. */
export function RulingList({ evidence, claim }: { evidence: Evidence; claim: RunClaim }) {
  const { verifiers, rows } = evidence.matrix;
  const cells = rows.find(({ claimId }) => claimId === claim.id)?.cells ?? [];
  if (verifiers.length === 0) return <p className={classes.none}>This plan has no verifier.</p>;
  return (
    <ul>
      {verifiers.map(({ nodeId, title }, index) => {
        const ruling = cells[index] ?? null;
        // A claim that was merged was ruled on in each of its wordings.
        const wordings = new Set(ruling?.votes.map(({ claimId }) => claimId)).size;
        return (
          <li key={nodeId} className={classes.ruling}>
            <p className={classes.head}>
              <span className={classes.who}>
                <b>{title}</b>
                {ruling !== null && <span className={classes.method}>{methodOf(ruling)}</span>}
              </span>
              {ruling === null ? <span className={classes.empty}>no ruling</span> : <LookMark look={rulingLook(ruling)} />}
            </p>
            {ruling !== null &&
              alikeVotes(ruling).map(({ verdict, reason, verifier, count, saw }) => (
                <div key={`${verdict} ${verifier} ${reason}`} className={classes.vote}>
                  {ruling.votes.length > 1 && (
                    <b>
                      {count} {count === 1 ? "vote" : "votes"} for {verdict.replaceAll("-", " ")}
                      {wordings > 1 && `, on ${wordings} claims that were merged`}.{" "}
                    </b>
                  )}
                  {reason}
                  <Saw evidence={evidence} saw={saw} />
                </div>
              ))}
          </li>
        );
      })}
    </ul>
  );
}

function Saw({ evidence: { sources }, saw }: { evidence: Evidence; saw: readonly Ruling["votes"][number]["saw"][number][] }) {
  if (saw.length === 0) return <p className={classes.saw}>It was given no evidence.</p>;
  return (
    <p className={classes.saw}>
      saw{" "}
      {saw.map(({ sourceId, start, end }, index) => (
        <span key={`${sourceId} ${start} ${end}`}>
          {index > 0 && ", "}
          <Link href={sourceAddress(sourceId, { start, end })}>
            {end - start} characters of {sources.find(({ id }) => id === sourceId)?.path ?? sourceId}
          </Link>
        </span>
      ))}
    </p>
  );
}

function methodOf({ votes }: Ruling): string {
  const methods = new Set(votes.map(({ method, verifier }) => (method === "text-check" ? "text check" : method === "person" ? "a person" : verifier)));
  return [...methods].join(", ");
}
