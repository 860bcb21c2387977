"use client";

import { Box as ScrollBox, SegmentedControl } from "@mantine/core";
import Link from "next/link";
import { useState } from "react";
import { findingsOn } from "../../core/evidence/audit-finding.ts";
import type { RunClaim } from "../../core/evidence/run-claim.ts";
import { isEnded } from "../../core/run/run-status.ts";
import { RequirementMark } from "../canvas/requirement-mark.tsx";
import { Box, BoxBody } from "../parts/box.tsx";
import { countText } from "../parts/number-text.ts";
import { InlineText } from "../sources/inline-text.tsx";
import { claimLook, isProblem, quoteLook, rulingLook } from "./claim-look.ts";
import { LookMark } from "./look-mark.tsx";
import classes from "./matrix-table.module.css";
import { runAddress } from "./run-address.ts";
import type { Evidence } from "./use-evidence.ts";

type Shown = "all" | "problems" | "critical";

/** Claims × verifiers: who ruled on what, with the cells in which nobody did. */
export function MatrixTable({ runId, evidence }: { runId: string; evidence: Evidence }) {
  const [shown, setShown] = useState<Shown>("all");
  const { audit, claims, matrix, requirements } = evidence;
  const critical = new Set(requirements.filter(({ isCritical }) => isCritical).map(({ id }) => id));
  const rows = claims.filter((claim) => shown === "all" || (shown === "problems" ? isProblem(claim, audit) : claim.answers.some((id) => critical.has(id))));
  const cells = matrix.rows.length * matrix.verifiers.length;
  return (
    <Box
      title="What the verifiers verified"
      aside={
        <>
          {countText(claims.length, "claim")}, {countText(matrix.verifiers.length, "verifier")}, {countText(cells, "cell")}
          {matrix.emptyCells > 0 && (
            <>
              , <b className={classes.count}>{matrix.emptyCells} without a ruling</b>
            </>
          )}
        </>
      }
      action={
        claims.length > 0 && (
          <SegmentedControl
            size="xs"
            value={shown}
            onChange={(value) => setShown(value as Shown)}
            data={[
              { value: "all", label: "All" },
              { value: "problems", label: `Problems ${claims.filter((claim) => isProblem(claim, audit)).length}` },
              { value: "critical", label: "Critical" },
            ]}
            aria-label="Which claims to show"
          />
        )
      }
    >
      {rows.length === 0 ? (
        <BoxBody>
          <p className={classes.none}>{claims.length === 0 ? whyNoClaims(evidence) : "No claim is of this kind."}</p>
        </BoxBody>
      ) : (
        <ScrollBox className={classes.scroller ?? ""} role="group" aria-label="What the verifiers verified, to scroll" tabIndex={0}>
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col" colSpan={2}>
                  Claim
                </th>
                <th scope="col">
                  Quotes
                  <span>looked up by the audit</span>
                </th>
                {matrix.verifiers.map(({ nodeId, title, methods, models }) => (
                  <th key={nodeId} scope="col">
                    {title}
                    <span>{methods.length === 0 ? "ruled on nothing" : methods.includes("text-check") ? "text check" : models.join(", ")}</span>
                  </th>
                ))}
                <th scope="col">In the report</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((claim) => (
                <MatrixRow key={claim.id} runId={runId} evidence={evidence} claim={claim} />
              ))}
            </tbody>
          </table>
        </ScrollBox>
      )}
    </Box>
  );
}

function whyNoClaims({ report, status }: Evidence): string {
  if (report !== null) return "There are no claims: the report states nothing.";
  return isEnded(status) ? "There are no claims, as there is no report." : "There are no claims yet: they come with the report.";
}

function MatrixRow({ runId, evidence: { audit, matrix, requirements }, claim }: { runId: string; evidence: Evidence; claim: RunClaim }) {
  const cells = matrix.rows.find(({ claimId }) => claimId === claim.id)?.cells ?? [];
  const quotes = quoteLook(claim.quotes);
  const place = placeOf(claim, audit);
  return (
    <tr>
      <th scope="row">
        <Link href={runAddress(runId, { tab: "report", claim: claim.id })}>{claim.label}</Link>
      </th>
      <td className={classes.claim}>
        <div>
          <span title={claim.text}>
            <InlineText text={claim.text} />
          </span>
          {claim.answers.map((id) => {
            const requirement = requirements.find((one) => one.id === id);
            return (
              <span key={id} title={requirement?.text}>
                <RequirementMark id={id} isCritical={requirement?.isCritical ?? false} />
              </span>
            );
          })}
        </div>
      </td>
      <td data-bad={quotes?.tone === "refuted" || undefined}>{quotes === null ? <span className={classes.dim}>no quote</span> : <LookMark look={quotes} />}</td>
      {matrix.verifiers.map(({ nodeId }, index) => {
        const ruling = cells[index] ?? null;
        return (
          <td key={nodeId} data-empty={ruling === null || undefined} data-bad={ruling?.verdict === "refuted" || undefined}>
            {ruling === null ? <span className={classes.none}>no ruling</span> : <LookMark look={rulingLook(ruling)} />}
          </td>
        );
      })}
      <td className={classes.place} data-wrong={place.isWrong || undefined}>
        {place.words}
      </td>
    </tr>
  );
}

const places = {
  answer: "In the answer",
  conflict: "Shown as conflict",
  beside: "Listed, not stated",
  dropped: "Dropped, listed",
  refuted: "Left out, listed",
  unverified: "Left out, listed",
  "off-topic": "Left out, off topic",
  merged: "Merged",
} as const satisfies Record<RunClaim["place"], string>;

function placeOf(claim: RunClaim, audit: Evidence["audit"]): { words: string; isWrong: boolean } {
  const isFaulted = claimLook(claim).tone === "refuted" || findingsOn(claim, audit).some(({ severity }) => severity === "error");
  const isWrong = claim.place === "answer" && isFaulted;
  if (isWrong) return { words: "Stands as fact", isWrong };
  return { words: claim.place === "answer" && claim.doubt !== "" ? "As what may answer" : places[claim.place], isWrong };
}
