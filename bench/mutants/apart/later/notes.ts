import { goodPlan, type GoodPlan } from "../../good-plan.ts";

const limits = { maxTurns: 14, budget: { maxTokens: 110_000 } };

/** Release notes and a ticket digest: both end in a write that a person lets through. */
export const notePlans: GoodPlan[] = [
  goodPlan(
    "release-notes",
    {
      question: "Write the release notes for 7.4 of the print gateway: what changed for operators since 7.3, what breaks, what must be done when upgrading?",
      requirements: [
        { id: "changes", text: "Changes an operator notices", isCritical: true },
        { id: "breaks", text: "Breaking changes and the steps they ask for", isCritical: true },
        { id: "upstream", text: "Fixes in the bundled driver library" },
      ],
      scope: { effects: "may-write", tools: ["read_repository", "fetch_url", "open_pull_request"], domains: ["drivers.example.org"] },
      budget: { maxTokens: 2_500_000, maxCostMicroUsd: 20_000_000, maxMinutes: 120, maxAgents: 20 },
    },
    {
      title: "Release notes 7.4",
      strategy: {
        summary: "Start from commits, not from memory; look for breaks twice, from the diff and from the tests.",
        dimension: "by kind of change",
        alternatives: [{ summary: "Summarise the changelog file", whyNot: "It lists only what people remembered to write." }],
        doneWhen: "Each merged change between the tags is either in the notes or sorted out as invisible; each break has an upgrade step with a quote from the diff.",
      },
      phases: [{ id: "read", title: "Read" }, { id: "prove", title: "Prove" }, { id: "publish", title: "Publish" }],
      nodes: [
        { id: "diff", kind: "agent", phase: "read", title: "Walk the diff", covers: ["changes", "breaks"], instructions: "- Walk all commits between the tags 7.3 and 7.4.\n- Note what an operator sees: flags, defaults, log lines, endpoints.\n- Quote the changed line for each.\n- Skip refactorings, but count them.", tools: ["read_repository"], context: { maxTokens: 40_000 }, doneWhen: "The count of commits read equals the count between the tags.", ...limits },
        { id: "tests", kind: "agent", phase: "read", title: "Breaks seen by changed tests", covers: ["breaks", "changes"], instructions: "Look at tests that were altered or removed between 7.3 and 7.4. A changed expectation is a changed promise: report which behaviour an operator relied on and no longer gets. Quote old and new expectation.", tools: ["read_repository"], context: { maxTokens: 40_000 }, doneWhen: "Every altered test file looked at.", ...limits },
        { id: "driver", kind: "agent", phase: "read", title: "Driver library", covers: ["upstream"], instructions: "Fetch the change history on drivers.example.org for the versions we moved across, find the two version numbers in our lock file first. Keep fixes which concern printing over network.", tools: ["read_repository", "fetch_url"], context: { maxTokens: 40_000 }, doneWhen: "All versions between the old and the new lock entry are read.", ...limits },
        { id: "prove", kind: "verify", phase: "prove", title: "Is it in the code?", criteria: "Does the quoted line show the stated change, in the stated direction? Is it reachable for an operator? Refute a break that a compatibility switch still covers.", onRefuted: "drop", budget: { maxTokens: 110_000 } },
        { id: "notes", kind: "synthesize", phase: "publish", title: "Notes", instructions: "Order: breaks, changes, driver. For each break the step to take. If two findings disagree on a default, show both and say that it is open.", budget: { maxTokens: 80_000 } },
        { id: "approve", kind: "checkpoint", phase: "publish", title: "Release manager", asks: "May these notes be proposed on the release branch? Correct them here where needed.", timeoutMinutes: 1_440, onTimeout: "reject" },
        { id: "propose", kind: "tool", phase: "publish", title: "Open the pull request", covers: ["changes"], tool: "open_pull_request", arguments: { title: '"Release notes 7.4"', body: "inputs.approved" } },
      ],
      edges: ["diff > prove", "tests > prove", "driver > prove > notes > approve", "approve > propose as approved"],
      reportNode: "notes",
    },
  ),
  goodPlan(
    "ticket-digest",
    {
      question: "What did customers of the booking desk complain about last week, and which three themes need an owner?",
      requirements: [
        { id: "themes", text: "Themes with the number of tickets behind each", isCritical: true },
        { id: "severity", text: "How bad each theme is for those concerned", isCritical: true },
        { id: "known", text: "Whether the status pages of our suppliers explain it" },
      ],
      scope: { effects: "may-write", tools: ["list_tickets", "fetch_url", "send_mail"], domains: ["status.payhub.example", "status.maps.example"] },
      budget: { maxTokens: 2_500_000, maxCostMicroUsd: 20_000_000, maxMinutes: 120, maxAgents: 20 },
    },
    {
      title: "Weekly digest of the booking desk",
      strategy: { summary: "Count first, weigh second, look for innocent explanations third.", dimension: "by view on the same tickets", doneWhen: "Each ticket of the week belongs to one theme or to 'single case', and the numbers add up to the total." },
      nodes: [
        { id: "fetch", kind: "tool", title: "All tickets of the week", tool: "list_tickets", arguments: { queue: '"booking"', days: "7" } },
        { id: "count", kind: "agent", title: "Group and count", covers: ["themes"], instructions: "You receive all tickets of one week. Please group them by what the customer could not do, not by the words used. Put every ticket into exactly one group, quote two tickets per group, and give the count.", context: { inputs: ["tickets"], maxTokens: 60_000 }, doneWhen: "Counts add up to the number of tickets.", ...limits },
        { id: "weigh", kind: "agent", title: "Weigh the harm", covers: ["severity", "themes"], instructions: "You receive all tickets of one week. Which customers lost money, a trip or a day? Kindly quote what they say themselves. Also look for tickets which say that it was harmless or already solved, they count against a theme.", context: { inputs: ["tickets"], maxTokens: 60_000 }, doneWhen: "Each ticket is rated with a reason.", ...limits },
        { id: "suppliers", kind: "agent", title: "Supplier status", covers: ["known", "severity"], instructions: "Open the history on status.payhub.example and status.maps.example for the last seven days. State each disturbance with begin and end. Where there was none, say it plainly.", tools: ["fetch_url"], context: { inputs: [], maxTokens: 30_000 }, doneWhen: "Both histories are read back to day seven.", ...limits },
        { id: "test", kind: "verify", title: "Tickets say so?", criteria: "Every claim must be borne out by the tickets or status entry it quotes. Recount the tickets behind each number. An inference from one angry ticket to many customers is refuted.", votes: 3, onRefuted: "drop", budget: { maxTokens: 90_000 } },
        { id: "digest", kind: "synthesize", title: "Digest", instructions: "Three themes at most, each with count, harm and possible supplier cause. When counting and weighing disagree on the order, tell the reader so and give both orders.", budget: { maxTokens: 60_000 } },
        { id: "gate", kind: "checkpoint", title: "Head of desk reads it", asks: "Send this digest to the desk? No customer's name may be in it." },
        { id: "mail", kind: "tool", title: "Send", covers: ["themes"], tool: "send_mail", arguments: { to: '"booking-desk@acme.example"', text: "inputs.cleared" } },
      ],
      edges: ["fetch > count as tickets", "fetch > weigh as tickets", "count > test", "weigh > test", "suppliers > test > digest > gate", "gate > mail as cleared"],
      reportNode: "digest",
    },
  ),
];
