import type { AuditedRun } from "./audited-run.ts";
import type { Ruling } from "./ruling.ts";
import type { RunClaim } from "./run-claim.ts";
import type { Verdict } from "./verdict.ts";

/** One verify node of the plan, whether or not it ruled on anything. */
interface MatrixVerifier {
  nodeId: string;
  title: string;
  methods: readonly Verdict["method"][];
  /** `provider:model` of those who ruled. */
  models: readonly string[];
}

/** Claims × verifiers (DESIGN.md §1, question 5); a cell without a ruling is null, and shown as empty. */
export interface VerificationMatrix {
  verifiers: readonly MatrixVerifier[];
  rows: readonly { claimId: string; cells: readonly (Ruling | null)[] }[];
  emptyCells: number;
}

export function verificationMatrix({ graph, state }: AuditedRun, claims: readonly RunClaim[]): VerificationMatrix {
  const ruledBy = ({ rulings }: RunClaim, nodeId: string) => rulings.filter(({ stepId }) => state.stepsById.get(stepId)?.nodeId === nodeId);
  const verifiers = graph.nodes
    .filter(({ kind }) => kind === "verify")
    .map(({ id, title }): MatrixVerifier => {
      const votes = claims.flatMap((claim) => ruledBy(claim, id).flatMap((ruling) => ruling.votes));
      return { nodeId: id, title, methods: distinct(votes.map(({ method }) => method)), models: distinct(votes.map(({ verifier }) => verifier)) };
    });
  const rows = claims.map((claim) => ({ claimId: claim.id, cells: verifiers.map(({ nodeId }) => worst(ruledBy(claim, nodeId))) }));
  return { verifiers, rows, emptyCells: rows.flatMap(({ cells }) => cells).filter((cell) => cell === null).length };
}

/** Of several steps of one verifier, the ruling that asks for most attention. */
function worst(rulings: readonly Ruling[]): Ruling | null {
  const severe = ["supported", "not-enough-info", "refuted"];
  return rulings.toSorted((left, right) => severe.indexOf(right.verdict) - severe.indexOf(left.verdict))[0] ?? null;
}

function distinct<Value>(values: readonly Value[]): Value[] {
  return [...new Set(values)];
}
