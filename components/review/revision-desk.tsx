"use client";

import { Button, UnstyledButton } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { IconArrowBackUp, IconArrowForwardUp, IconPlus } from "@tabler/icons-react";
import { useEffect, useMemo, useState, useSyncExternalStore } from "react";
import { mayRole } from "../../core/access/permission.ts";
import { describeChanges } from "../../core/comparison/describe-changes.ts";
import { standingOpinions } from "../../core/critique/standing-opinions.ts";
import { missingApprovals } from "../../core/review/approval-standing.ts";
import type { Graph } from "../../core/workflow/graph.ts";
import type { NodeKind } from "../../core/workflow/node.ts";
import type { Op } from "../../core/workflow/op.ts";
import { ControlButton } from "../canvas/canvas-controls.tsx";
import type { LooseEnd } from "../canvas/graph-canvas.tsx";
import { createGraphEditor } from "../canvas/graph-editor.ts";
import { useAnnounce } from "../shell/announcer.tsx";
import { ReviseButton } from "../proposals/revise-button.tsx";
import { useProposalView } from "../proposals/revision-room.tsx";
import { useApi, type ApiOutput } from "../shell/api.ts";
import { useKeyBinding } from "../shell/keyboard.tsx";
import { useSignedInMember } from "../shell/signed-in-member.tsx";
import { toastDone, toastFailed } from "../shell/toast.tsx";
import { useSend } from "../shell/use-send.ts";
import { AddNodeMenu } from "./add-node-menu.tsx";
import { ApprovalBar } from "./approval-bar.tsx";
import { ClashNotice } from "./clash-notice.tsx";
import { changeSummary } from "./change-summary.ts";
import { CriticBox } from "./critic-box.tsx";
import { DraftWords } from "./draft-words.tsx";
import { HistoryList } from "./history-list.tsx";
import { additionOf, duplicateOf, insertionOn, type Addition } from "./copied-part.ts";
import { connectionOf, extensionOf, newNode } from "./new-node.ts";
import { LooseEndMenu } from "./loose-end-menu.tsx";
import { reconnectedRemovalOf, removalOf } from "../../core/workflow/removed-part.ts";
import { wrapOf } from "./wrapped-part.ts";
import classes from "./revision-desk.module.css";
import { OlderDraftNotice } from "./older-draft-notice.tsx";
import { OutdatedNotice } from "./outdated-notice.tsx";
import { WorkflowRuns } from "../runs/workflow-runs.tsx";
import { Presence } from "./presence.tsx";
import { TypedNotice } from "./typed-notice.tsx";
import { useBegunDesk, type Carried } from "./use-begun-desk.ts";
import { useDraft } from "./use-draft.ts";
import { copyPart, usePartClipboard } from "./use-part-clipboard.ts";
import { usePicked } from "./use-picked.ts";
import { usePlanReport } from "./use-plan-report.ts";
import { Workbench, type WorkbenchEdit } from "./workbench.tsx";
import { WorkflowHead } from "./workflow-head.tsx";

type Description = NonNullable<ApiOutput["workflows"]["get"]>;

/** A workflow that has a revision. */
export type Reviewable = Description & { [Part in "revision" | "examined" | "standing"]: NonNullable<Description[Part]> };

interface RevisionDeskProps {
  /** The revision this desk was opened on. */
  opened: Reviewable;
  /** The workflow as it is now. */
  current: Reviewable;
  selectedId: string | null;
  onSelect(id: string | null): void;
  /** Opens the newest revision with its draft, or with changes that are tried on top of it instead. */
  onReopen(carried: Carried | null): void;
  carried: Carried | null;
}

const noRuns: Description["pastRuns"] = [];

/** A saved revision: read, checked, edited, decided on. */
export function RevisionDesk({ opened, current, selectedId, onSelect, onReopen, carried }: RevisionDeskProps) {
  const { workflow, brief, revision, examined, draft } = opened;
  const api = useApi();
  const queryClient = useQueryClient();
  const announce = useAnnounce();
  const me = useSignedInMember();
  const mayEdit = mayRole(me.role, "workflow-write");
  const begun = useBegunDesk({ workflowId: workflow.id, opened: revision, draft, carried });
  const [older, setOlder] = useState(begun.older);
  const [editor] = useState(() => createGraphEditor(revision.graph, begun.resumed.batches));
  const { graph, batches, canUndo, canRedo } = useSyncExternalStore(editor.subscribe, editor.read, editor.read);
  const isChanged = batches.length > 0;
  useLostChanges(begun.resumed.batches.length - editor.read().batches.length, carried !== null);
  const checked = usePlanReport(isChanged ? { graph, brief, examined } : null);
  const fresh = checked?.report ?? null;
  const report = useMemo(() => (!isChanged || fresh === null ? examined.report : { ...fresh, findings: [...fresh.findings, ...standingOpinions(examined.report.findings, revision.graph, graph)] }), [isChanged, fresh, examined, revision.graph, graph]);

  const apply: WorkbenchEdit["apply"] = (ops) => {
    const outcome = editor.apply(ops);
    if (outcome.ok) announce(ops.length === 1 ? "1 change" : `${ops.length} changes`);
    return outcome;
  };
  const applyOrTell = (ops: Op[]) => {
    if (ops.length === 0) return false;
    const outcome = apply(ops);
    if (!outcome.ok) toastFailed("That doesn’t fit into the plan", outcome.refusal.message);
    return outcome.ok;
  };
  const picked = usePicked({ selectedId, onSelect }, graph.nodes);
  const [looseEnd, setLooseEnd] = useState<LooseEnd | null>(null);
  const addOrTell = (addition: Addition | null) => void (addition !== null && applyOrTell(addition.ops) && picked.pick(addition.nodeIds));
  const edit: WorkbenchEdit | undefined = mayEdit
    ? {
        apply,
        connect: (from, to) => void applyOrTell(connectionOf(from, to, editor.read().graph)),
        move: (positions) => void applyOrTell([{ op: "layout-update", positions }]),
        remove: (nodeIds, isReconnected = false) => void (applyOrTell((isReconnected ? reconnectedRemovalOf : removalOf)(nodeIds, editor.read().graph)) && picked.select(null)),
        fix: ({ ops }) => void applyOrTell(ops),
        duplicate: (nodeIds) => addOrTell(duplicateOf(nodeIds, editor.read().graph)),
        copy: (nodeIds) => void copyPart(nodeIds, graph),
        wrap: (nodeIds, kind) => {
          const addition = wrapOf(nodeIds, kind, editor.read().graph);
          if (addition === null) toastFailed("These nodes can’t be wrapped together", "Select nodes that stand in the same container, or all outside of one.");
          addOrTell(addition);
        },
        extend: setLooseEnd,
        insert: (edgeId, kind) => addOrTell(insertionOn(edgeId, kind, editor.read().graph)),
      }
    : undefined;
  const add = (kind: NodeKind) => {
    const node = newNode(kind, graph, graph.nodes.find(({ id }) => id === selectedId));
    addOrTell({ ops: [{ op: "node-add", node }], nodeIds: [node.id] });
  };
  usePartClipboard({
    graph,
    picked: picked.ids,
    ...(mayEdit ? { onPaste: (copied) => addOrTell(additionOf(copied, editor.read().graph, graph.nodes.find(({ id }) => id === selectedId)?.parent)) } : {}),
  });
  useKeyBinding({ keys: ["d"], label: "Duplicate the selected nodes", group: "This page", run: () => edit?.duplicate([...picked.ids]) });

  const { send, isSending } = useSend(
    api.workflows.save.mutationOptions({
      onSuccess: async (outcome) => {
        if (!outcome.ok && outcome.reason === "refused") {
          return toastFailed("The changes could not be saved", `${outcome.refusal.message} They are kept as your draft.`);
        }
        await queryClient.invalidateQueries({ queryKey: api.workflows.pathKey() });
        if (!outcome.ok) return;
        keeper.close(true);
        toastDone(outcome.number === revision.number ? "Saved where the nodes stand." : `Saved revision ${outcome.number}.`);
        onReopen(null);
      },
    }),
  );
  const { keeper, ...keptDraft } = useDraft({ workflowId: workflow.id, opened: revision, editor, resumed: begun.resumed, place: begun.place, isPaused: isSending });
  const isSavable = keptDraft.state !== "clash" && current.revision.number === revision.number;
  const save = async () => {
    if (!isChanged || !isSavable) return;
    const over = await keeper.settled();
    send({ workflowId: workflow.id, baseRevision: revision.number, batches: editor.read().batches, over });
  };
  const reopen = async (changes: Op[][] | null) => {
    const over = await keeper.settled();
    keeper.close(false);
    onReopen(changes === null ? null : { batches: changes, over, place: begun.place });
  };
  useKeyBinding({ keys: ["z"], mod: true, label: "Undo", group: "This page", run: editor.undo });
  useKeyBinding({ keys: ["y"], mod: true, label: "Redo", group: "This page", run: editor.redo });
  useKeyBinding({ keys: ["s"], mod: true, label: "Save a revision", group: "This page", run: () => void save() });

  const proposal = useProposalView({ workflowId: workflow.id, revision: revision.number, graph, batches, report, selectedId, onSelect, apply });
  const isOutdated = current.revision.number !== revision.number;
  const { layout } = current.revision.graph;
  useEffect(() => {
    if (!isOutdated) editor.follow(layout);
  }, [editor, isOutdated, layout]);
  return (
    <Workbench
      workflowId={workflow.id}
      revision={revision.number}
      graph={graph}
      brief={brief}
      report={report}
      examined={examined}
      selectedId={selectedId}
      onSelect={picked.select}
      picked={picked}
      edit={edit}
      proposal={proposal}
      head={
        <>
          <WorkflowHead title={graph.title === "" ? workflow.title : graph.title} question={brief.question} briefVersion={opened.briefVersion} revision={`Revision ${revision.number}`} compareWith={revision.number > 1 ? { path: `/workflows/${workflow.id}/compare?from=${revision.number - 1}&to=${revision.number}`, number: revision.number - 1 } : null} digest={isChanged ? null : revision.digest}>
            <Presence workflowId={workflow.id} selectedId={selectedId} titleOf={(id) => graph.nodes.find((node) => node.id === id)?.title ?? null} onSelect={onSelect} />
            {isChanged && <DraftWords count={batches.length} {...keptDraft} />}
            <ReviseButton label="Revise with the model" isMark />
            {isChanged && (
              <>
                <Button onClick={editor.reset}>Discard</Button>
                <Button variant="filled" onClick={() => void save()} loading={isSending} disabled={!isSavable}>
                  Save
                </Button>
              </>
            )}
          </WorkflowHead>
          {isOutdated && <OutdatedNotice base={revision.graph} batches={batches} newest={current.revision} onGoOn={(changes) => void reopen(changes)} />}
          {mayEdit && <TypedNotice workflowId={workflow.id} graph={graph} selectedId={selectedId} onSelect={onSelect} />}
          {keptDraft.state === "clash" && <ClashNotice conflicts={keptDraft.conflicts} graph={graph} onChosen={keeper.choose} />}
          {!isOutdated && older !== null && (
            <OlderDraftNotice
              workflowId={workflow.id}
              draft={older}
              newest={{ ...revision, graph }}
              onGoOn={(changes) => {
                setOlder(null);
                for (const ops of changes ?? []) applyOrTell(ops);
                keeper.replace(older.over, older.taken);
              }}
            />
          )}
        </>
      }
      history={
        <>
          <WorkflowRuns workflowId={workflow.id} />
          <HistoryList workflow={workflow} plan={current.plan} revisions={current.revisions} decisions={current.decisions} standing={current.standing} />
        </>
      }
      critic={
        <CriticBox
          workflowId={workflow.id}
          revision={revision}
          model={examined.manifest.models.critic ?? null}
          mayAsk={mayEdit}
          blockedBy={isChanged ? "Save first: an opinion is about a saved revision." : isOutdated ? "A newer revision is there: open it first." : current.standing.approvals.length + current.standing.outdatedBy.length > 0 ? "Somebody has approved this revision: what it says of itself stays as they saw it." : null}
        />
      }
      tools={
        mayEdit && (
          <>
            {looseEnd !== null && <LooseEndMenu end={looseEnd} onAdd={(kind) => addOrTell(extensionOf(looseEnd, kind, editor.read().graph))} onClose={() => setLooseEnd(null)} />}
            <ControlButton label="Undo" icon={IconArrowBackUp} run={editor.undo} isOff={!canUndo} />
            <ControlButton label="Redo" icon={IconArrowForwardUp} run={editor.redo} isOff={!canRedo} />
            <AddNodeMenu onAdd={add}>
              <UnstyledButton className={classes.add}>
                <IconPlus size={14} stroke={1.9} aria-hidden="true" />
                Node
              </UnstyledButton>
            </AddNodeMenu>
          </>
        )
      }
      bar={
        <ApprovalBar
          standing={current.standing}
          approval={current.state === "approved" ? (current.decisions.find(({ id }) => id === current.standing.approvals.at(-1)?.decisionId) ?? null) : null}
          isChanged={isChanged}
          blockedBy={isOutdated ? "A newer revision is there: open it first." : isChanged ? "Save first: only a saved revision is decided on." : null}
          reviewed={{
            workflowId: workflow.id,
            revision: revision.number,
            manifest: examined.manifest,
            manifestDigest: examined.manifestDigest,
            earlierApproval: current.decisions.findLast(({ verdict }) => verdict === "approved") ?? null,
            meanwhile: isOutdated ? savedWords(revision.graph, current.revision) : null,
            definitionDigest: revision.digest,
            graph,
            brief,
            report,
            examined,
            pastRuns: isChanged ? noRuns : current.pastRuns,
            missingApprovals: current.state === "approved" ? current.standing.needed : missingApprovals(current.standing).missing,
          }}
        />
      }
    />
  );
}

/** What somebody saved after a revision, in a sentence. */
function savedWords(before: Graph, { number, createdByName, graph }: { number: number; createdByName: string; graph: Graph }): string {
  const summary = changeSummary(describeChanges(before, graph));
  return `${createdByName} saved revision ${number} meanwhile${summary === "" ? "" : `: ${summary}`}.`;
}

/** Tells when a draft no longer fits whole: nothing of it disappears without a word. */
function useLostChanges(lost: number, isOnNewer: boolean): void {
  const [count] = useState(lost);
  useEffect(() => {
    if (count <= 0) return;
    const words = count === 1 ? "1 change doesn’t fit" : `${count} changes don’t fit`;
    toastFailed(`${words} any more`, isOnNewer ? "The newer revision changed the same place. What did fit is applied; make the rest again by hand." : "What did fit is applied.");
  }, [count, isOnNewer]);
}
