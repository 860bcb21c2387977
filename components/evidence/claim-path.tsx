import Link from "next/link";
import type { PathStep } from "../../core/evidence/claim-path.ts";
import type { RunClaim } from "../../core/evidence/run-claim.ts";
import { kinds } from "../canvas/kind.ts";
import { claimLook, isMissing, rulingLook } from "./claim-look.ts";
import classes from "./claim-path.module.css";
import { runAddress } from "./run-address.ts";

/** The stations of a claim from the worker to the report; the one where it went wrong is red. */
export function ClaimPath({ runId, claim }: { runId: string; claim: RunClaim }) {
  return (
    <ol className={classes.path}>
      {claim.path.map((station) => {
        const Mark = kinds[station.kind].icon;
        const { words, isWrong } = describe(station, claim);
        const [stepId] = station.stepIds;
        return (
          <li key={station.nodeId} data-wrong={isWrong || undefined}>
            <Mark size={14} stroke={1.9} aria-hidden="true" />
            <span>
              {stepId === undefined ? <b>{station.title}</b> : <Link href={runAddress(runId, { step: stepId })}>{station.title}</Link>}
              <span className={classes.did}>{words}</span>
            </span>
          </li>
        );
      })}
    </ol>
  );
}

function describe({ did, rulings, stepIds }: PathStep, claim: RunClaim): { words: string; isWrong: boolean } {
  const isBad = claimLook(claim).tone === "refuted";
  if (did === "ruled") {
    const words = rulings.map((ruling) => `said ${rulingLook(ruling).word.toLowerCase()}`).join(", ");
    return { words, isWrong: rulings.some(({ verdict }) => verdict === "refuted") };
  }
  if (did === "wrote") {
    const once = claim.quotes.length === 0 ? "wrote it, and cited nothing" : "wrote claim and quote";
    return { words: stepIds.length === 1 ? once : `wrote it ${stepIds.length} times`, isWrong: claim.quotes.some(isMissing) || claim.quotes.length === 0 };
  }
  if (did === "not-ruled") return { words: "did not rule on it", isWrong: false };
  if (did === "reported") {
    const kept = { answer: "stated it", conflict: "kept it as one side of a conflict", beside: "listed it, and states it nowhere" } as const;
    const words = claim.place in kept ? kept[claim.place as keyof typeof kept] : "left it out";
    return isBad && claim.place === "answer" ? { words: "kept it as fact all the same", isWrong: true } : { words, isWrong: false };
  }
  return { words: "passed it on", isWrong: false };
}
