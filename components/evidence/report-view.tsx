"use client";

import { ActionIcon, Drawer } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useRef } from "react";
import { isEnded, type RunStatus } from "../../core/run/run-status.ts";
import { useAnnounce } from "../shell/announcer.tsx";
import { useKeyBinding } from "../shell/keyboard.tsx";
import { useUrlState } from "../shell/use-url-state.ts";
import { useIsPhone } from "../parts/use-is-phone.ts";
import { AnswerPanel } from "./answer-panel.tsx";
import { claimLook, isProblem } from "./claim-look.ts";
import { ClaimPanel } from "./claim-panel.tsx";
import { EvidenceState, NoReport } from "./evidence-state.tsx";
import { ExportMenu } from "./export-menu.tsx";
import classes from "./report-view.module.css";
import { RunBanner } from "./run-banner.tsx";
import { SourcePanel } from "./source-panel.tsx";
import type { Evidence } from "./use-evidence.ts";

/** The report of a run: the answer, each claim of it in full, and the passage that it rests on. */
export function ReportView({ runId, status }: { runId: string; status: RunStatus }) {
  return (
    <EvidenceState runId={runId} status={status}>
      {(evidence) => (
        <div className={classes.page}>
          {(isEnded(evidence.status) || evidence.report !== null) && <RunBanner runId={runId} evidence={evidence} />}
          {evidence.report === null ? <NoReport evidence={evidence} /> : <OpenReport runId={runId} evidence={evidence} />}
        </div>
      )}
    </EvidenceState>
  );
}

function OpenReport({ runId, evidence }: { runId: string; evidence: Evidence }) {
  const isPhone = useIsPhone();
  const [params, change] = useUrlState();
  const announce = useAnnounce();
  const answer = useRef<HTMLDivElement>(null);
  const source = useRef<HTMLDivElement>(null);
  const isProblemsOnly = params.get("show") === "problems";
  const listed = isProblemsOnly ? evidence.claims.filter((one) => isProblem(one, evidence.audit)) : evidence.claims;
  // On a desk one claim is always open; on a phone it would cover the answer.
  const asked = evidence.claims.find(({ id }) => id === params.get("claim"));
  const part = asked === undefined ? openPart(evidence, params.get("open"), !isPhone) : null;
  const claim = asked ?? (isPhone || part !== null ? undefined : evidence.claims[0]);
  const quoted = claim ?? (part === null ? undefined : { quotes: evidence.unanswered[part]?.closest ?? [] });
  const wanted = Number(params.get("quote") ?? 0);
  const quoteIndex = Number.isInteger(wanted) && wanted >= 0 && wanted < (quoted?.quotes.length ?? 0) ? wanted : 0;
  const close = () => change({ claim: "", open: "", quote: "" });

  const select = (claimId: string) => {
    change({ claim: claimId, open: "", quote: "" });
    const chosen = evidence.claims.find(({ id }) => id === claimId);
    if (chosen !== undefined) announce(`Claim ${chosen.label}, ${claimLook(chosen).word.toLowerCase()}: ${chosen.text}`);
  };
  const step = (by: -1 | 1) => {
    const at = listed.findIndex(({ id }) => id === claim?.id);
    const next = listed[at === -1 ? 0 : (at + by + listed.length) % listed.length];
    if (next === undefined) return;
    select(next.id);
    answer.current?.querySelector(`[data-claim="${CSS.escape(next.id)}"]`)?.scrollIntoView({ block: "nearest" });
  };
  const showQuote = (index: number) => {
    change({ quote: index === 0 ? "" : String(index) });
    // On a phone the document stands below everything that is said of the claim.
    source.current?.scrollIntoView({ block: "start" });
  };
  useKeyBinding({ keys: ["j"], label: "Next claim", group: "This page", run: () => step(1) });
  useKeyBinding({ keys: ["k"], label: "Previous claim", group: "This page", run: () => step(-1) });

  const closeButton = (
    <ActionIcon variant="subtle" size="md" aria-label="Close" data-autofocus onClick={close}>
      <IconX size={14} stroke={1.9} />
    </ActionIcon>
  );
  const claimPanel = claim !== undefined && (
    <ClaimPanel runId={runId} evidence={evidence} claim={claim} quoteIndex={quoteIndex} onQuote={showQuote} onStep={step} close={isPhone && closeButton} />
  );
  const sourcePanel = quoted !== undefined && (
    <SourcePanel
      evidence={evidence}
      quoted={quoted}
      quoteIndex={quoteIndex}
      onQuote={showQuote}
      legend={part === null ? "cited here" : "closest to what has no answer"}
      close={isPhone && part !== null && closeButton}
    />
  );
  return (
    <div className={classes.columns} data-shown={quoted === undefined ? "answer" : part === null ? "claim" : "passage"}>
      <div ref={answer} className={classes.column}>
        <AnswerPanel
          evidence={evidence}
          selectedId={claim?.id ?? null}
          onSelect={select}
          selectedClosest={part === null ? null : { part, quote: quoteIndex }}
          onSelectClosest={(chosen, quote) => change({ claim: "", open: String(chosen), quote: quote === 0 ? "" : String(quote) })}
          isProblemsOnly={isProblemsOnly}
          onProblemsOnly={(isOnly) => change({ show: isOnly ? "problems" : "" })}
          tools={<ExportMenu runId={runId} />}
        />
      </div>
      {isPhone ? (
        <Drawer.Root position="bottom" size="92%" opened={quoted !== undefined} onClose={close} transitionProps={{ duration: 0 }}>
          <Drawer.Overlay opacity={0.45} />
          <Drawer.Content aria-label={part === null ? "Claim and evidence" : "Closest passage"}>
            <Drawer.Body className={classes.sheet ?? ""}>
              {claimPanel}
              <div ref={source}>{sourcePanel}</div>
            </Drawer.Body>
          </Drawer.Content>
        </Drawer.Root>
      ) : (
        <>
          {claimPanel !== false && <div className={classes.column}>{claimPanel}</div>}
          {sourcePanel !== false && <div className={classes.column}>{sourcePanel}</div>}
        </>
      )}
    </div>
  );
}

/** Which open part's closest passages are shown: the one that the address names, or, where nothing is answered and there is room, the first. */
function openPart({ claims, unanswered }: Evidence, named: string | null, hasRoom: boolean): number | null {
  const has = (part: number) => (unanswered[part]?.closest.length ?? 0) > 0;
  if (named !== null) return has(Number(named)) ? Number(named) : null;
  const first = unanswered.findIndex((_, part) => has(part));
  return hasRoom && claims.length === 0 && first >= 0 ? first : null;
}
