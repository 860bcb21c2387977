import { Box as ScrollBox } from "@mantine/core";
import { IconAlertTriangle, IconCircleCheck, IconClock, IconCoin, IconDatabase, IconQuestionMark, IconRobot, IconSitemap, IconTextCaption, IconTool, IconX } from "@tabler/icons-react";
import type { LedgerLine } from "../../core/evidence/scope-ledger.ts";
import { isEnded } from "../../core/run/run-status.ts";
import { Box } from "../parts/box.tsx";
import classes from "./ledger-table.module.css";
import type { Evidence } from "./use-evidence.ts";

const things = {
  tools: { label: "Tools", icon: IconTool },
  collections: { label: "Sources", icon: IconDatabase },
  agents: { label: "Agents", icon: IconRobot },
  cost: { label: "Cost", icon: IconCoin },
  tokens: { label: "Tokens", icon: IconTextCaption },
  minutes: { label: "Time", icon: IconClock },
  structure: { label: "Structure", icon: IconSitemap },
} as const satisfies Record<LedgerLine["what"], unknown>;

const states = {
  within: { word: "within", icon: IconCircleCheck },
  refused: { word: "attempt refused", icon: IconAlertTriangle },
  exceeded: { word: "exceeded", icon: IconX },
  unknown: { word: "not known", icon: IconQuestionMark },
} as const satisfies Record<LedgerLine["state"], unknown>;

/** What the brief declared beside what the run used. */
export function LedgerTable({ evidence: { ledger, status } }: { evidence: Evidence }) {
  const outside = ledger.filter(({ state }) => state === "refused" || state === "exceeded").length;
  return (
    <Box title="Scope: declared and used" aside="from the brief and the run's own events" action={<span className={classes.sum}>{outside > 0 ? `${outside} to look at` : isEnded(status) ? "nothing outside" : "nothing outside so far"}</span>}>
      <ScrollBox className={classes.scroller ?? ""} role="group" aria-label="Declared and used, to scroll" tabIndex={0}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">What</th>
              <th scope="col">Declared</th>
              <th scope="col">Used</th>
              <th scope="col">State</th>
              <th scope="col" className={classes.remark}>
                Remark
              </th>
            </tr>
          </thead>
          <tbody>
            {ledger.map((line) => (
              <Line key={line.what} line={line} />
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </Box>
  );
}

function Line({ line: { what, declared, used, share, state, remark } }: { line: LedgerLine }) {
  const { label, icon: Mark } = things[what];
  const { word, icon: StateMark } = states[state];
  return (
    <tr>
      <th scope="row">
        <Mark size={14} stroke={1.9} aria-hidden="true" />
        {label}
      </th>
      <td>{declared}</td>
      <td className={classes.used}>
        <div>
          <span>
            {used}
            <span className={classes.below}>{remark}</span>
          </span>
          {share !== null && (
            <span className={classes.share} role="img" aria-label={`${Math.round(share * 100)} percent`}>
              <i style={{ width: `${Math.min(100, share * 100)}%` }} data-state={state} />
            </span>
          )}
        </div>
      </td>
      <td>
        <span className={classes.state} data-state={state}>
          <StateMark size={14} stroke={1.9} aria-hidden="true" />
          {word}
        </span>
      </td>
      <td className={classes.remark}>{remark}</td>
    </tr>
  );
}
