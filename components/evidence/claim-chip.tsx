import type { RunClaim } from "../../core/evidence/run-claim.ts";
import { citedLook } from "./claim-look.ts";
import classes from "./claim-chip.module.css";
import type { Evidence } from "./use-evidence.ts";

type ClaimChipProps = { claim: RunClaim; audit: Evidence["audit"]; isSelected: boolean; onSelect(claimId: string): void };

/** A citation in the text: the claim's name in the colour and with the mark of its state; leads to its evidence. */
export function ClaimChip({ claim, audit, isSelected, onSelect }: ClaimChipProps) {
  const { tone, word, icon: Mark } = citedLook(claim, audit);
  return (
    <button
      type="button"
      className={classes.chip}
      data-tone={tone}
      data-claim={claim.id}
      aria-current={isSelected ? "true" : undefined}
      aria-label={`Claim ${claim.label}: ${word.toLowerCase()}`}
      title={word}
      onClick={() => onSelect(claim.id)}
    >
      <Mark size={12} stroke={2.1} aria-hidden="true" />
      {claim.label}
    </button>
  );
}
