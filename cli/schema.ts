import { publishedNames, publishedSchema } from "../core/brief/published-schema.ts";
import { CommandRefusal } from "./refusal.ts";

/** Prints the JSON Schema of one of the forms that others' tools may write; docs/ holds them as files. */
export async function schema([name]: string[]): Promise<number> {
  const known = publishedNames.find((one) => one === name);
  if (known === undefined) throw new CommandRefusal(`Say which: countersign schema ${publishedNames.join("|")}`);
  process.stdout.write(`${JSON.stringify(publishedSchema(known), null, 2)}\n`);
  return 0;
}
