import { briefSchema, type Brief } from "../core/brief/brief.ts";
import { firstIssue } from "../core/text/first-issue.ts";
import { readArguments } from "./arguments.ts";
import { printable } from "./printable.ts";
import { readJsonFile } from "./read-json-file.ts";
import { CommandRefusal } from "./refusal.ts";

const usages = {
  plan: 'countersign plan --question "…", or countersign plan BRIEF.json',
  run: 'countersign run [--approve] --question "…", or countersign run [--approve] BRIEF.json',
} as const;

/** What may be used where nobody says it: the tools that only read, and every collection. */
export interface UsualScope {
  tools: string[];
  collections: string[];
}

/** What somebody asks on the command line; where that says no scope, it is still to be told. */
export type AskedPlan = (scope: UsualScope) => Brief;

/**
 * Reads what is asked: one question, or a whole brief from a file.
 * @throws CommandRefusal for anything else.
 */
export async function readAsked(args: string[], { verb }: { verb: keyof typeof usages }): Promise<{ asked: AskedPlan; isApproved: boolean }> {
  const usage = usages[verb];
  const question = { question: { type: "string" } } as const;
  const { values, positionals } = readArguments(args, verb === "run" ? { ...question, approve: { type: "boolean" } } : question, usage);
  return { asked: await askedIn(values.question, positionals, usage), isApproved: "approve" in values && values.approve === true };
}

async function askedIn(question: string | undefined, [file, ...others]: readonly string[], usage: string): Promise<AskedPlan> {
  if (others.length > 0 || (question === undefined) === (file === undefined)) throw new CommandRefusal(`Ask one question or name one file: ${usage}`);
  if (file === undefined) {
    toBrief({ question }, "The question can't be asked");
    return (scope) => toBrief({ question, scope }, "The question can't be asked");
  }
  const written = await readJsonFile(file);
  const brief = toBrief(written, `${file} holds no brief`);
  const saysScope = typeof written === "object" && written !== null && "scope" in written;
  return (scope) => (saysScope ? brief : { ...brief, scope: { ...brief.scope, ...scope } });
}

function toBrief(value: unknown, refusal: string): Brief {
  const parsed = briefSchema.safeParse(value);
  if (!parsed.success) throw new CommandRefusal(`${refusal}: ${printable(firstIssue(parsed.error))}`);
  return parsed.data;
}
