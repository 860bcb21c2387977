import type { AuditEntry } from "../../core/audit-log/audit-entry.ts";
import { exactTimeText } from "../parts/time-text.ts";
import classes from "./audit-table.module.css";

/** Everything that is stored of an entry, digests in full. */
export function AuditDetail({ entry }: { entry: AuditEntry }) {
  return (
    <dl className={classes.detail}>
      <dt>What</dt>
      <dd>{entry.summary}</dd>
      <dt>Who</dt>
      <dd>
        {entry.actorName} {entry.actorId !== null && <code>{entry.actorId}</code>}
      </dd>
      <dt>When</dt>
      <dd>{exactTimeText(entry.at)}</dd>
      <dt>Action</dt>
      <dd>
        <code>{entry.action}</code>
      </dd>
      <dt>Target</dt>
      <dd>
        {entry.targetType} <code>{entry.targetId}</code>
      </dd>
      <dt>Digest before</dt>
      <dd>{entry.beforeDigest === null ? "did not exist" : <code>{entry.beforeDigest}</code>}</dd>
      <dt>Digest after</dt>
      <dd>{entry.afterDigest === null ? "does not exist any more" : <code>{entry.afterDigest}</code>}</dd>
      <dt>Entry’s hash</dt>
      <dd>
        <code>{entry.hash}</code>
      </dd>
      <dt>Hash before</dt>
      <dd>{entry.previousHash === null ? "none, this is the first entry" : <code>{entry.previousHash}</code>}</dd>
    </dl>
  );
}
