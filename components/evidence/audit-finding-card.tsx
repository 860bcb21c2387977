import { Button } from "@mantine/core";
import Link from "next/link";
import type { AuditFinding } from "../../core/evidence/audit-finding.ts";
import { FindingFrame } from "../parts/finding-frame.tsx";
import { sourceAddress } from "../sources/source-address.ts";
import { runAddress } from "./run-address.ts";
import type { Evidence } from "./use-evidence.ts";

type AuditFindingCardProps = {
  runId: string;
  finding: AuditFinding;
  evidence: Evidence;
  /** Whether what it is about is on screen already. */
  isHere?: boolean;
};

/** One finding of an audit: what, why it matters, and the way to what it is about. */
export function AuditFindingCard({ runId, finding, evidence, isHere = false }: AuditFindingCardProps) {
  const place = isHere ? null : placeOf(runId, finding, evidence);
  if (place === null) return <FindingFrame finding={finding} why={finding.why} />;
  return (
    <FindingFrame finding={finding} why={finding.why}>
      <Button size="xs" component={Link} href={place.href}>
        {place.label}
      </Button>
    </FindingFrame>
  );
}

function placeOf(runId: string, { target }: AuditFinding, { claims }: Evidence): { href: string; label: string } | null {
  switch (target.type) {
    case "claim": {
      const label = claims.find(({ id }) => id === target.id)?.label ?? target.id;
      const quote = target.quote === undefined ? {} : { quote: target.quote };
      return { href: runAddress(runId, { tab: "report", claim: target.id, ...quote }), label: `Open claim ${label}` };
    }
    case "step":
      return { href: runAddress(runId, { step: target.id }), label: "Open step" };
    case "source":
      return { href: sourceAddress(target.id), label: "Open source" };
    case "requirement":
      return { href: runAddress(runId, { tab: "report" }), label: "Open the answer" };
    case "run":
      return null;
  }
}
