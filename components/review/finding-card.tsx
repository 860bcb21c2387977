import { Button } from "@mantine/core";
import { IconMessagePlus, IconWand } from "@tabler/icons-react";
import { nameOfTarget, type Finding, type Fix } from "../../core/preflight/finding.ts";
import { useAnnotationRoom } from "../annotations/annotation-room.tsx";
import { FindingFrame } from "../parts/finding-frame.tsx";
import { useFindingRead } from "./reading-log.tsx";
import { WaiveForm } from "./waive-form.tsx";
import { useWaiverDesk } from "./waiver-desk.tsx";

/** One finding on a plan, with its fixes to look at where one may edit, a waiver where one may decide, and to be commented on. */
export function FindingCard({ finding, onShow, onFix }: { finding: Finding; onShow?: () => void; onFix?: ((fix: Fix) => void) | undefined }) {
  useFindingRead(finding);
  const room = useAnnotationRoom();
  const begin = room !== null && room.mayWrite ? room.begin : null;
  const fixes = onFix === undefined ? [] : finding.fixes;
  const isWaivable = useWaiverDesk()?.mayWaive(finding) === true;
  if (onShow === undefined && fixes.length === 0 && begin === null && !isWaivable) return <FindingFrame finding={finding} why={finding.why} />;
  return (
    <FindingFrame finding={finding} why={finding.why}>
      {fixes.map((fix) => (
        <Button key={fix.title} size="xs" leftSection={<IconWand size={14} stroke={1.9} />} onClick={() => onFix?.(fix)}>
          {fix.title}
        </Button>
      ))}
      {onShow !== undefined && (
        <Button size="xs" variant="subtle" onClick={onShow}>
          Show
        </Button>
      )}
      {isWaivable && <WaiveForm finding={finding} />}
      {begin !== null && (
        <Button size="xs" variant="subtle" leftSection={<IconMessagePlus size={14} stroke={1.9} />} onClick={() => begin({ type: "finding", ruleId: finding.ruleId, on: nameOfTarget(finding.target) })}>
          Comment
        </Button>
      )}
    </FindingFrame>
  );
}
