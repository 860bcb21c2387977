import type { z } from "zod";
import { issueText } from "./issue-text.ts";

/** The first thing that is wrong with a value, in words, with the field it is about. */
export function firstIssue({ issues: [issue] }: z.ZodError): string {
  if (issue === undefined) return "its form is wrong";
  return issue.path.length === 0 ? issueText(issue) : `${issue.path.join(".")}: ${issueText(issue)}`;
}
