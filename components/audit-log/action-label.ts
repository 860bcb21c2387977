import type { AuditAction } from "../../core/audit-log/audit-entry.ts";

const labels: Record<AuditAction, string> = {
  "member-create": "Member created",
  "member-rename": "Name changed",
  "member-role-change": "Role changed",
  "member-deactivate": "Member deactivated",
  "member-reactivate": "Member reactivated",
  "password-change": "Password changed",
  "password-reset": "Password reset",
  "session-create": "Signed in",
  "session-end": "Session ended",
  "link-create": "Link made",
  "link-revoke": "Link revoked",
  "workflow-create": "Plan asked for",
  "revision-save": "Revision saved",
  "layout-save": "Nodes moved",
  "decision-make": "Decided",
  "annotation-add": "Comment added",
  "annotation-answer": "Comment answered",
  "annotation-resolve": "Comment resolved",
  "annotation-reopen": "Comment reopened",
  "plan-end": "Plan ended",
  "run-start": "Run started",
  "run-pause": "Run paused",
  "run-continue": "Run continued",
  "run-cancel": "Run canceled",
  "run-retry": "Step tried again",
  "run-answer": "Run answered",
  "run-audit": "Run audited again",
  "run-acknowledge": "Failure acknowledged",
  "sample-remove": "Sample removed",
  "collection-create": "Collection made",
  "provider-set": "Model provider set up",
  "provider-remove": "Model provider removed",
  "model-set": "Model described",
  "model-remove": "Model removed",
  "collection-remove": "Collection removed",
  "source-upload": "Source uploaded",
  "source-remove": "Source removed",
  "model-choose": "Model chosen",
  "policy-change": "Policy changed",
};

/** The words for an action; one that a newer version wrote is shown as it is stored. */
export function actionLabel(action: string): string {
  return Object.hasOwn(labels, action) ? labels[action as AuditAction] : action;
}
