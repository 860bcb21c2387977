"use client";

import { createContext, use, useMemo, useState, type ReactNode } from "react";
import { z } from "zod";
import { mayRole } from "../../core/access/permission.ts";
import { nameOfTarget, type Finding } from "../../core/preflight/finding.ts";
import { mayWaive, type Policy } from "../../core/review/policy.ts";
import { isAbout, waiverSchema, type Waiver } from "../../core/review/waiver.ts";
import { drop, keep, readKept, useKeptPlace } from "../shell/kept-value.ts";
import { useSignedInMember } from "../shell/signed-in-member.tsx";

interface WaiverDesk {
  /** Tells revisions apart. */
  place: string;
  /** What this person is ready to accept; it counts once they approve. */
  waivers: readonly Waiver[];
  mayWaive(finding: Finding): boolean;
  waive(finding: Finding, reason: string): void;
  takeBack(finding: Finding): void;
  /** After the decision: they are in its manifest now. */
  forget(): void;
}

const Desk = createContext<WaiverDesk | null>(null);

const keptSchema = z.array(waiverSchema);

/**
 * Holds the waivers of one person for one revision until they approve, and keeps them in this browser meanwhile.
 * @param place tells revisions apart.
 */
export function WaiverDeskProvider({ place, policy, children }: { place: string; policy: Policy; children: ReactNode }) {
  const { role } = useSignedInMember();
  const key = useKeptPlace(`waivers.${place}`);
  const [waivers, setWaivers] = useState(() => readKept(key, keptSchema) ?? []);
  const desk = useMemo((): WaiverDesk => {
    const change = (next: Waiver[]) => {
      setWaivers(next);
      if (next.length === 0) drop(key);
      else keep(key, next);
    };
    const others = (finding: Finding) => waivers.filter((waiver) => !isAbout(waiver, finding));
    return {
      place,
      waivers,
      mayWaive: ({ severity, ruleId }) => severity === "error" && mayRole(role, "workflow-decide") && mayWaive(policy, ruleId, role),
      waive: (finding, reason) => change([...others(finding), { ruleId: finding.ruleId, target: nameOfTarget(finding.target), reason }]),
      takeBack: (finding) => change(others(finding)),
      forget: () => change([]),
    };
  }, [waivers, key, place, policy, role]);
  return <Desk value={desk}>{children}</Desk>;
}

/** The waivers of whoever reviews; null where nothing is decided on. */
export const useWaiverDesk = () => use(Desk);
