import type { RunClaim } from "../../core/evidence/run-claim.ts";
import { claimLook } from "./claim-look.ts";
import classes from "./claim-chip.module.css";

type ClaimChipProps = { claim: RunClaim; isSelected: boolean; onSelect(claimId: string): void };

/** A citation in the text: the claim's name in the colour and with the mark of its state; leads to its evidence. */
export function ClaimChip({ claim, isSelected, onSelect }: ClaimChipProps) {
  const { tone, word, icon: Mark } = claimLook(claim);
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
