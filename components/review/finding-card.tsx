import { Button } from "@mantine/core";
import { IconWand } from "@tabler/icons-react";
import type { Finding } from "../../core/preflight/finding.ts";
import type { Op } from "../../core/workflow/op.ts";
import { severityIcons } from "../canvas/finding-pins.tsx";
import classes from "./finding-card.module.css";

const words = { error: "Error", warning: "Warning", note: "Note" } as const;

/** One finding: what, where, why it matters, and its fixes where one may edit. */
export function FindingCard({ finding, onShow, onFix }: { finding: Finding; onShow?: () => void; onFix?: ((ops: Op[]) => void) | undefined }) {
  const { severity, ruleId, message, why, fixes } = finding;
  const Mark = severityIcons[severity];
  return (
    <article className={classes.card} data-severity={severity}>
      <p className={classes.head}>
        <span className={classes.severity}>
          <Mark size={14} stroke={1.9} aria-hidden="true" />
          {words[severity]}
        </span>
        <code>{ruleId}</code>
      </p>
      <p className={classes.message}>{message}</p>
      <p className={classes.why}>{why}</p>
      {(onShow !== undefined || (onFix !== undefined && fixes.length > 0)) && (
        <div className={classes.actions}>
          {onFix !== undefined &&
            fixes.map(({ title, ops }) => (
              <Button key={title} size="xs" leftSection={<IconWand size={14} stroke={1.9} />} onClick={() => onFix(ops)}>
                {title}
              </Button>
            ))}
          {onShow !== undefined && (
            <Button size="xs" variant="subtle" onClick={onShow}>
              Show
            </Button>
          )}
        </div>
      )}
    </article>
  );
}
