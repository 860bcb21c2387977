import type { AuditResult } from "../core/evidence/audit-finding.ts";

/** What a command that ends with an audit exits with; 1 stays for what could not be done at all. */
export const auditExitCodes = { passed: 0, "passed-with-warnings": 0, failed: 2, inconclusive: 3 } as const satisfies Record<AuditResult, number>;
