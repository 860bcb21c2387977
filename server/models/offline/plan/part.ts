/** One piece of the work before it is checked: what a worker reads, or puts together from what others read. */
export interface Part {
  /** Becomes the node's id; unique within a plan once it is made so. */
  key: string;
  title: string;
  instructions: string;
  /** Why this piece is apart from the others; true of this question. */
  why: string;
  /** What the planner looks for before it plans this piece; null for pieces that read only what others found. */
  query: string | null;
  /** Whether it may search by itself. */
  searches: boolean;
  /** Keys of the pieces whose claims it receives. */
  needs: string[];
  /** Ids of requirements. */
  covers: string[];
  doneWhen: string;
  /** What is gone through one by one: this piece finds the list, then its work is done once per item. */
  perItem?: { noun: string; instructions: string };
}

/** How one clause of a question is divided. */
export interface Outline {
  /** Says in a few words what is asked. */
  title: string;
  /** Along what the work is divided. */
  dimension: string;
  parts: Part[];
  alternatives: { summary: string; whyNot: string }[];
  /** How the report puts it. */
  reportOrder: string;
  /** What a check has to look at here above all. */
  checkNote: string;
}

/** A part with what parts usually have. */
export function part(fields: Pick<Part, "key" | "title" | "instructions" | "why"> & Partial<Part>): Part {
  return {
    query: null,
    searches: fields.query !== undefined,
    needs: [],
    covers: [],
    doneWhen: "At least one claim has a quote, or the answer says that the documents are silent.",
    ...fields,
  };
}
