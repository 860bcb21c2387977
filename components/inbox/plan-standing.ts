import type { ApiOutput } from "../shell/api.ts";

export type PlanRow = ApiOutput["workflows"]["list"][number];

/** How a plan stands, in a word, and the one thing to do about it. */
export interface PlanStanding {
  word: string;
  tone: "writing" | "waiting" | "approved" | "refused" | "stopped";
  /** What the button says for somebody from whom the plan wants something; null when it wants nothing. */
  verb: string | null;
}

/** Says how a plan stands for one member: whoever's approval is missing is asked to review, an author to repair. */
export function planStanding({ state, planStatus, createdById, sampleId, approvals, awaited }: Pick<PlanRow, "state" | "planStatus" | "createdById" | "sampleId" | "approvals" | "awaited">, me: { id: string }): PlanStanding {
  const isMine = createdById === me.id;
  if (state === null) {
    if (planStatus === "pending" || planStatus === "writing") return { word: "Being written", tone: "writing", verb: null };
    return { word: planStatus === "canceled" ? "Canceled" : "Interrupted", tone: "stopped", verb: isMine ? "Resume" : null };
  }
  switch (state) {
    case "approved":
      return { word: "Approved", tone: "approved", verb: null };
    case "rejected":
      return { word: "Rejected", tone: "refused", verb: null };
    case "changes-requested":
      return { word: "Changes requested", tone: "refused", verb: isMine ? "Revise" : null };
    case "in-review":
      return { word: `In review${countWords(approvals)}, ${awaitedWords(awaited, me)}`, tone: "waiting", verb: awaited.some(({ id }) => id === me.id) && sampleId === null ? "Review" : null };
  }
}

const shownNames = 3;

const countWords = ({ given, needed }: PlanRow["approvals"]) => (needed > 1 ? `, ${given} of ${needed} approvals` : "");

/** Whose approval a plan waits for, oneself first. */
function awaitedWords(awaited: PlanRow["awaited"], me: { id: string }): string {
  if (awaited.length === 0) return "nobody here may approve it";
  const names = [...awaited.filter(({ id }) => id === me.id).map(() => "you"), ...awaited.filter(({ id }) => id !== me.id).map(({ name }) => name)];
  const listed = names.length > shownNames ? [...names.slice(0, shownNames - 1), `${names.length - shownNames + 1} others`] : names;
  return `waits for ${new Intl.ListFormat("en", { type: "disjunction" }).format(listed)}`;
}
