import type { CritiqueAsk } from "../../core/critique/critique.ts";

export interface CritiqueStore {
  create(critique: CritiqueAsk): Promise<void>;
  find(planId: string): Promise<CritiqueAsk | null>;
  /** The id of the newest of a revision, however it stands. */
  findNewest(revisionId: string): Promise<string | null>;
  /** The id of the newest of a revision that was finished by then, or with null by now: the one that counts. */
  findFinished(revisionId: string, by: Date | null): Promise<string | null>;
}
