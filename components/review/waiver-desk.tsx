"use client";

import { createContext, use, useMemo, useState, type ReactNode } from "react";
import { z } from "zod";
import { mayRole } from "../../core/access/permission.ts";
import { nameOfTarget, type Finding } from "../../core/preflight/finding.ts";
import { mayWaive, type Policy } from "../../core/review/policy.ts";
import { isAbout, waiverSchema, type Waiver } from "../../core/review/waiver.ts";
import { useSignedInMember } from "../shell/signed-in-member.tsx";

interface WaiverDesk {
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
  const key = `countersign.waivers.${place}`;
  const [waivers, setWaivers] = useState(() => read(key));
  const desk = useMemo((): WaiverDesk => {
    const keep = (next: Waiver[]) => {
      setWaivers(next);
      write(key, next);
    };
    const others = (finding: Finding) => waivers.filter((waiver) => !isAbout(waiver, finding));
    return {
      waivers,
      mayWaive: ({ severity, ruleId }) => severity === "error" && mayRole(role, "workflow-decide") && mayWaive(policy, ruleId, role),
      waive: (finding, reason) => keep([...others(finding), { ruleId: finding.ruleId, target: nameOfTarget(finding.target), reason }]),
      takeBack: (finding) => keep(others(finding)),
      forget: () => keep([]),
    };
  }, [waivers, key, policy, role]);
  return <Desk value={desk}>{children}</Desk>;
}

/** The waivers of whoever reviews; null where nothing is decided on. */
export const useWaiverDesk = () => use(Desk);

function read(key: string): Waiver[] {
  try {
    return keptSchema.parse(JSON.parse(localStorage.getItem(key) ?? "[]"));
  } catch {
    return [];
  }
}

/** A browser without storage keeps nothing: the waivers last as long as the page. */
function write(key: string, waivers: readonly Waiver[]): void {
  try {
    if (waivers.length === 0) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(waivers));
  } catch {
    return;
  }
}
