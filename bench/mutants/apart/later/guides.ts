import { goodPlan, type GoodPlan } from "../../good-plan.ts";

const limits = { maxTurns: 14, budget: { maxTokens: 100_000 } };

/** An onboarding guide; and a clean-up whose deletions run over a list, after a person. */
export const guidePlans: GoodPlan[] = [
  goodPlan(
    "onboarding-guide",
    {
      question: "What does a new engineer on the tariff team need to know and do in week one?",
      requirements: [
        { id: "setup", text: "Set-up steps that work today", isCritical: true },
        { id: "architecture", text: "How the parts fit together" },
        { id: "pitfalls", text: "What tripped up those who came before", isCritical: true },
      ],
      scope: { tools: ["read_repository", "run_tests", "search_sources", "read_source", "list_tickets"], collections: ["wiki", "exit-interviews"] },
      budget: { maxTokens: 3_000_000, maxCostMicroUsd: 25_000_000, maxMinutes: 150, maxAgents: 24 },
    },
    {
      title: "Week one on the tariff team",
      strategy: { summary: "Trust what runs over what is written. Wiki, code and people's complaints each get their own reader.", dimension: "by kind of knowledge", doneWhen: "Every step of the guide was run or read in code, and every pitfall stems from a real ticket or interview." },
      nodes: [
        { id: "wiki", kind: "agent", title: "Steps according to the wiki", covers: ["setup"], instructions: "Collect the set-up steps that the wiki prescribes, in order. Mark pages older than a year.", tools: ["search_sources", "read_source"], context: { sources: ["wiki"], maxTokens: 40_000 }, doneWhen: "All pages that mention set-up are read.", ...limits },
        { id: "try", kind: "agent", title: "Steps according to the build", covers: ["setup", "architecture"], instructions: "Take the wiki's steps that you are handed. For each, find the script or setting in the repository that proves it still holds. Run the tests once. Report steps that no longer exist and steps that are missing.", tools: ["read_repository", "run_tests"], context: { inputs: ["wiki"], maxTokens: 50_000 }, doneWhen: "Each handed step is marked as holding, gone or changed.", ...limits },
        { id: "map-out", kind: "agent", title: "Parts and their connections", covers: ["architecture"], instructions: "Derive from imports and configuration which services exist, who calls whom and where tariffs are stored. Ignore diagrams.", tools: ["read_repository"], context: { maxTokens: 40_000 }, doneWhen: "Every service directory appears.", ...limits },
        { id: "tickets", kind: "agent", title: "Pitfalls in tickets", covers: ["pitfalls", "setup"], instructions: "Search tickets opened by people in their first month. Which obstacles come back? Quote; count; note those that have been fixed since.", tools: ["list_tickets"], context: { maxTokens: 40_000 }, doneWhen: "Two years of tickets are covered.", ...limits },
        { id: "voices", kind: "agent", title: "Pitfalls in interviews", covers: ["pitfalls"], instructions: "Read all exit interviews for what leavers wish they had known at the start, including things they found easier than feared.", tools: ["read_source", "search_sources"], context: { sources: ["exit-interviews"], maxTokens: 40_000 }, doneWhen: "No interview unread.", ...limits },
        { id: "verify-guide", kind: "verify", title: "Does it hold?", criteria: "Code or ticket quoted shows the statement to be true today. Outdated pages prove nothing on their own.", onRefuted: "drop", budget: { maxTokens: 100_000 } },
        { id: "guide", kind: "synthesize", title: "The guide", instructions: "Day by day. Step, why, how to tell that it worked. If wiki and build disagree, say which says what.", budget: { maxTokens: 80_000 } },
        { id: "lead", kind: "checkpoint", title: "Team lead", asks: "Do these findings make a good first week? Send back what you know to be wrong." },
      ],
      edges: ["wiki > try", "wiki > verify-guide", "try > verify-guide", "map-out > verify-guide", "tickets > verify-guide", "voices > verify-guide > lead > guide"],
      reportNode: "guide",
    },
  ),
  goodPlan(
    "stale-accounts",
    {
      question: "Which trial accounts in the booking database are abandoned, and remove those a person agrees to.",
      requirements: [
        { id: "abandoned", text: "Accounts without use for two years, with proof", isCritical: true },
        { id: "keep", text: "Accounts that must be kept in spite of that, with the reason", isCritical: true },
      ],
      scope: { effects: "may-write", tools: ["query_metrics", "list_tickets", "search_sources", "read_source", "delete_rows"], collections: ["contracts"] },
      budget: { maxTokens: 3_000_000, maxCostMicroUsd: 25_000_000, maxMinutes: 200, maxAgents: 40 },
    },
    {
      title: "Abandoned trial accounts",
      strategy: { summary: "Usage says who is a candidate; contracts and tickets speak for the defence; a person picks from the report; only then rows go.", dimension: "by evidence for and against removal", doneWhen: "Each candidate has a proof of disuse and a completed search for a reason to keep it." },
      nodes: [
        { id: "usage", kind: "agent", title: "Candidates by usage", covers: ["abandoned"], instructions: "Query sign-ins, bookings and API calls per trial account. Report every account where all three are silent for two years, with date of the last event. The complete set, page by page.", tools: ["query_metrics"], context: { maxTokens: 40_000 }, doneWhen: "The last page of the query is empty.", ...limits },
        { id: "billing", kind: "agent", title: "Candidates by billing", covers: ["abandoned", "keep"], instructions: "Query which trial accounts ever paid, hold credit or have an open invoice, and when. Money owed either way argues against removal: put it down as such.", tools: ["query_metrics"], context: { maxTokens: 40_000 }, doneWhen: "All trial accounts were covered by the query.", ...limits },
        { id: "defence", kind: "agent", title: "Reasons to keep", covers: ["keep"], instructions: "For each account handed over by the usage step: look in contracts for retention duties and in tickets for disputes or announced returns. Your task is to save accounts from removal.", tools: ["search_sources", "read_source", "list_tickets"], context: { inputs: ["usage"], sources: ["contracts"], maxTokens: 60_000 }, doneWhen: "Each account handed over was searched in both places.", ...limits },
        { id: "court", kind: "verify", title: "Both sides checked", criteria: "Dates and account numbers match the quoted record. A reason to keep needs a clause or a ticket on this very account.", votes: 2, budget: { maxTokens: 100_000 } },
        { id: "proposal", kind: "synthesize", title: "Proposal", instructions: "List removals and exceptions with grounds. Accounts with findings on both sides go under 'contested' with both.", budget: { maxTokens: 80_000 } },
        { id: "choose", kind: "checkpoint", title: "Data owner chooses", asks: "Enter the account ids that may be removed. Nothing else will be.", form: { type: "object", properties: { ids: { type: "array", items: { type: "string" } } }, required: ["ids"] }, timeoutMinutes: 4_320, onTimeout: "reject" },
        { id: "each-removal", kind: "map", title: "Each agreed account", items: "inputs.choice.form.ids", itemKey: "item", maxItems: 200, concurrency: 2, onItemError: "keep", covers: ["abandoned"] },
        { id: "remove", kind: "tool", parent: "each-removal", title: "Remove rows", tool: "delete_rows", arguments: { table: '"trial_accounts"', id: "item" }, onError: "ask" },
      ],
      edges: ["usage > defence", "usage > court", "billing > court", "defence > court > proposal > choose", "choose > each-removal as choice"],
      reportNode: "proposal",
    },
  ),
];
