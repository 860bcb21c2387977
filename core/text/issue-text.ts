import type { z } from "zod";

type Issue = z.core.$ZodIssue;

/** What is wrong with a value, in words that say what would be right; a schema's own words win over these. */
export function issueText(issue: Issue): string {
  switch (issue.code) {
    case "invalid_union": {
      // Of something that may have several forms, the first one is the usual.
      const [usual] = issue.errors[0] ?? [];
      return usual === undefined ? issue.message : issueText(usual);
    }
    case "too_small":
      return issue.origin === "string" || issue.origin === "array" ? issue.message : issue.inclusive === true ? `Use at least ${issue.minimum}.` : `Use more than ${issue.minimum}.`;
    case "too_big":
      if (issue.origin === "array") return `Use at most ${Number(issue.maximum).toLocaleString("en")} entries.`;
      return issue.origin === "string" ? issue.message : `Use at most ${Number(issue.maximum).toLocaleString("en")}.`;
    case "invalid_type":
      return issue.input === undefined && issue.message.endsWith("received undefined") ? "Something has to stand here." : `Use ${article[issue.expected] ?? issue.expected}.`;
    case "invalid_value":
      if (issue.values.length === 1) return `Use ${JSON.stringify(issue.values[0])}.`;
      return `Use one of: ${issue.values.map(String).join(", ")}.`;
    case "unrecognized_keys":
      return `There is no field ${issue.keys.map((key) => `"${key}"`).join(", ")} here.`;
    default:
      return issue.message;
  }
}

const article: Record<string, string> = { string: "a text", number: "a number", int: "a whole number", boolean: "yes or no", array: "a list", object: "an object", record: "an object" };
