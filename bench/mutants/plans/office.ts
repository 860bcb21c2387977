import { goodPlan } from "../good-plan.ts";

/** Plans of people who decide, buy and answer. */
export const officePlans = [
  goodPlan(
    "ticket triage",
    { question: "Answer the open tickets about refunds, or route them.", requirements: [{ id: "answered", text: "Each ticket is answered or routed", kind: "item" }], scope: { effects: "may-write", tools: ["list_tickets", "search_sources", "update_ticket"], collections: ["help"] } },
    {
      title: "Refund tickets",
      strategy: { summary: "Draft per ticket, one look by a person over all drafts, then write.", doneWhen: "Each ticket has an answer that quotes the help page, or a team that takes it." },
      nodes: [
        { kind: "agent", id: "open", title: "Open tickets", instructions: "List the open tickets about refunds.", tools: ["list_tickets"], maxTurns: 3, output: { as: "json", schema: { type: "object", properties: { tickets: { type: "array" } }, required: ["tickets"] } } },
        { kind: "map", id: "drafts", title: "A draft for each", items: "inputs.open.tickets", itemKey: "item.id", maxItems: 30, concurrency: 4, covers: ["answered"] },
        { kind: "agent", id: "draft", title: "Draft one answer", parent: "drafts", instructions: "Answer this ticket from the help pages. Quote the rule that decides. Route it when no rule does.", covers: ["answered"], tools: ["search_sources"], context: { sources: ["help"] }, maxTurns: 5 },
        { kind: "verify", id: "rules", title: "Is the rule there?", criteria: "The rule that is quoted has to be in the help page and has to decide this case." },
        { kind: "synthesize", id: "overview", title: "Overview", instructions: "One row per ticket: draft, rule, route." },
        { kind: "checkpoint", id: "look", title: "Look over the drafts", asks: "Send these?" },
        { kind: "tool", id: "write", title: "Write the answers", tool: "update_ticket", arguments: { drafts: "inputs.look" } },
      ],
      edges: ["open > drafts > rules > overview > look > write"],
      reportNode: "overview",
    },
  ),
  goodPlan(
    "literature",
    { question: "What is known about heat pumps in old buildings, and where do studies disagree?", requirements: [{ id: "efficiency", text: "Measured efficiency", isCritical: true }, { id: "noise", text: "Noise" }, { id: "disagreement", text: "Where studies disagree" }], scope: { tools: ["search_sources", "read_source"], collections: ["journals", "field-tests"] } },
    {
      title: "Heat pumps in old buildings",
      strategy: { summary: "Journals and field tests apart, because they measure differently; then what doesn't agree.", doneWhen: "Each requirement has claims from both kinds of source, or the report says which kind is silent; every disagreement is named." },
      nodes: [
        { kind: "agent", id: "journals", title: "Journals", instructions: "Find measured efficiencies in the journals, with outdoor temperature and sample size.", covers: ["efficiency", "noise"], tools: ["search_sources", "read_source"], context: { sources: ["journals"] }, maxTurns: 12 },
        { kind: "agent", id: "field", title: "Field tests", instructions: "Read the field tests for the same, over a whole winter, and what owners say about the sound at night.", covers: ["efficiency", "noise"], tools: ["search_sources", "read_source"], context: { sources: ["field-tests"] }, maxTurns: 12 },
        { kind: "agent", id: "against", title: "Where they disagree", instructions: "From the claims you received, pair those that can't both hold. Look up what differs in how it was measured.", covers: ["disagreement"], tools: ["read_source"], context: { sources: ["journals", "field-tests"] }, maxTurns: 8 },
        { kind: "verify", id: "check", title: "Check the figures", criteria: "The figure, its unit and its condition must stand in the passage. A figure without its condition is undecided." },
        { kind: "synthesize", id: "review", title: "Review", instructions: "By requirement. Put disagreeing studies beside each other with what they measured." },
      ],
      edges: ["journals > against", "field > against", "journals > check", "field > check", "against > check", "check > review"],
      reportNode: "review",
    },
  ),
  goodPlan(
    "press review",
    { question: "What do the papers say today about our recall?", requirements: [{ id: "facts", text: "What is reported" }, { id: "errors", text: "What is reported wrongly", isCritical: true }], scope: { tools: ["search_web", "fetch_url", "search_sources"], collections: ["recall-notice"], domains: ["example.org"] } },
    {
      title: "The recall in the papers",
      strategy: { summary: "One reads the papers, one knows our notice; only a check sees both.", doneWhen: "Each statement of a paper is marked as in line with the notice, wrong, or not covered by it, with both passages." },
      nodes: [
        { kind: "agent", id: "papers", title: "Read the papers", instructions: "Search for today's articles about the recall and copy each statement of fact with its address.", covers: ["facts"], tools: ["search_web", "fetch_url"], maxTurns: 10 },
        { kind: "agent", id: "notice", title: "Know the notice", instructions: "Write down which products, dates and dangers our notice states, word for word.", covers: ["errors"], tools: ["search_sources"], context: { sources: ["recall-notice"] }, maxTurns: 4 },
        { kind: "agent", id: "hold", title: "Hold them together", instructions: "For each statement that you received, name the sentence of the notice it agrees with or contradicts.", covers: ["errors"], maxTurns: 4 },
        { kind: "verify", id: "check", title: "Both passages there?", criteria: "Both passages must be in their sources, and the relation between them must follow from their words." },
        { kind: "checkpoint", id: "person", title: "Press office looks", asks: "Is this fair to the papers?" },
        { kind: "synthesize", id: "review", title: "Press review", instructions: "What is wrong first. Quote paper and notice." },
      ],
      edges: ["papers > hold", "notice > hold", "hold > check > person > review"],
      reportNode: "review",
    },
  ),
];
