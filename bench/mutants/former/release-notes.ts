import { goodPlan, type GoodPlan } from "../good-plan.ts";

export const releaseNotesPlans: GoodPlan[] = [
  goodPlan(
    "release-notes-5-2",
    {
      question: "Write the release notes for version 5.2 of the mobile app and put them up as a pull request.",
      requirements: [
        { id: "user-changes", text: "Changes that users notice", isCritical: true },
        { id: "breaking", text: "Breaking changes and what to do", isCritical: true },
      ],
      scope: { effects: "may-write", tools: ["read_repository", "list_tickets", "open_pull_request"], collections: ["app-repository"] },
      budget: { maxTokens: 2_500_000, maxCostMicroUsd: 25_000_000, maxMinutes: 120, maxAgents: 20, maxParallel: 4 },
    },
    {
      title: "Release notes 5.2",
      strategy: { summary: "commits + tickets -> notes -> human -> PR", dimension: "by where a change is written down", doneWhen: "every merged change of 5.2 is in the notes or in the list of internal ones; editor said yes" },
      nodes: [
        { kind: "agent", id: "commits", title: "commits", covers: ["user-changes", "breaking"], tools: ["read_repository"], context: { sources: ["app-repository"] }, maxTurns: 20, budget: { maxTokens: 90_000 }, instructions: "go through all commits between the tags 5.1 and 5.2, none left out. for each one visible to users: what changes for them, commit hash, message line as quote. flag removed or renamed settings.", doneWhen: "commit count between the tags = commits classified" },
        { kind: "agent", id: "tickets", title: "tickets", covers: ["user-changes", "breaking"], tools: ["list_tickets"], maxTurns: 15, budget: { maxTokens: 70_000 }, instructions: "fetch tickets with fix version 5.2, all pages. who had asked, what was promised, is there a migration step? quote the resolution.", doneWhen: "no further page, each ticket has a resolution or is marked open" },
        { kind: "verify", id: "proof", title: "proof", criteria: "is the change really in the quoted commit or resolution, and in 5.2? reverted later = refuted. user benefit claimed but not in the quote = refuted.", onRefuted: "drop" },
        { kind: "synthesize", id: "notes", title: "notes", instructions: "breaking changes first with the step to take, then new, then fixed. plain words. commit and ticket disagree: write both, marked." },
        { kind: "checkpoint", id: "editor", title: "editor", asks: "publish these notes as they are, or edit?" },
        { kind: "tool", id: "pr", title: "pull request", tool: "open_pull_request", arguments: { title: "'Release notes 5.2'", body: "inputs.editor" } },
      ],
      edges: ["commits > proof > notes > editor > pr", "tickets > proof"],
      reportNode: "notes",
    },
  ),
];
