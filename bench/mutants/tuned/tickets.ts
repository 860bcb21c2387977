import { goodPlan, type GoodPlan } from "../good-plan.ts";

export const ticketPlans: GoodPlan[] = [
  goodPlan(
    "weekly-ticket-digest",
    {
      question: "What did customers complain about last week, and what is new compared with the week before? Mail the digest to the product team.",
      requirements: [
        { id: "themes", text: "Themes of last week's tickets", isCritical: true },
        { id: "new-themes", text: "Themes that are new or growing" },
        { id: "urgent", text: "Tickets that can't wait", kind: "item" },
      ],
      scope: { effects: "may-write", tools: ["list_tickets", "query_metrics", "send_mail"] },
      budget: { maxTokens: 8_000_000, maxCostMicroUsd: 70_000_000, maxMinutes: 300, maxAgents: 200, maxParallel: 8 },
    },
    {
      title: "Weekly digest of support tickets",
      strategy: { summary: "Tickets in bundles of a day, since a day's bundle fits one reader; trends from the metrics; a person before the mail.", dimension: "by day", alternatives: [{ summary: "By product area", whyNot: "The areas on tickets are often wrong." }], doneWhen: "The seven days are digested, each theme is backed by tickets that the checker found to fit it, and the mail was released." },
      nodes: [
        { kind: "map", id: "days", title: "Each day of the week", items: "['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']", itemKey: "item", maxItems: 7, concurrency: 4, onItemError: "keep" },
        { kind: "agent", id: "day-themes", title: "Themes of the day", parent: "days", covers: ["themes", "urgent"], tools: ["list_tickets"], maxTurns: 12, budget: { maxTokens: 60_000 }, instructions: "Get every ticket that was opened on this day, through the last page. Group by what the customer could not do, not by our product names. A theme needs at least two tickets; quote one sentence from each ticket. Set apart those that mention data loss, money or danger.", doneWhen: "Grouped plus ungrouped tickets make the day's total." },
        { kind: "agent", id: "praise", title: "Not complaints", parent: "days", covers: ["themes"], tools: ["list_tickets"], maxTurns: 8, budget: { maxTokens: 40_000 }, instructions: "From the same day: which tickets are thanks, questions or mistakes of the sender and must not be counted as complaints? Quote what shows it.", doneWhen: "The day's tickets were all considered." },
        { kind: "agent", id: "trend", title: "Compare the weeks", covers: ["new-themes", "themes"], tools: ["query_metrics", "list_tickets"], maxTurns: 14, budget: { maxTokens: 70_000 }, instructions: "Query the number of tickets per label for the last eight weeks. Name labels that rose, labels that fell and labels that first appeared; cite the counts. A rise that lies within the usual variation is to be called that.", doneWhen: "Each label with ten or more tickets has its eight counts." },
        { kind: "verify", id: "fit", title: "Does the ticket fit the theme?", criteria: "Read the quoted sentence alone. Would you put it under this theme? For counts: is it the count in the cited query? If not, refute.", onRefuted: "drop" },
        { kind: "synthesize", id: "digest", title: "Digest", instructions: "One page: urgent tickets, themes by number, what is new, what has gone. Days that failed are named. When label counts and reading disagree on a theme, tell both." },
        { kind: "checkpoint", id: "release", title: "Release the mail", asks: "May this digest go to the product team? Are customers' names removed?", timeoutMinutes: 1_440, onTimeout: "reject" },
        { kind: "tool", id: "mail", title: "Mail it", tool: "send_mail", arguments: { to: "'product@ourhouse.example'", subject: "'Support digest'", body: "inputs.released" } },
      ],
      edges: ["days > fit > digest > release", "trend > fit", "release > mail as released"],
      reportNode: "digest",
    },
  ),
];
