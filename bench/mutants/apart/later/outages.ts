import { goodPlan, type GoodPlan } from "../../good-plan.ts";

const limits = { maxTurns: 16, budget: { maxTokens: 130_000 } };

/** Incident analysis, told at length and in the passive. */
export const outagePlans: GoodPlan[] = [
  goodPlan(
    "night-of-the-queues",
    {
      question: "Why did parcel labels stop printing in the Lodz depot between 01:10 and 03:40 on 9 October, and what would have shortened it?",
      requirements: [
        { id: "course", text: "The course of events with times", isCritical: true },
        { id: "cause", text: "The cause, with what speaks against it", isCritical: true },
        { id: "response", text: "What was done by people and when" },
        { id: "lesson", text: "What would have shortened the outage" },
      ],
      scope: { tools: ["query_metrics", "read_repository", "search_sources", "read_source"], collections: ["duty-log", "runbooks"] },
      budget: { maxTokens: 3_000_000, maxCostMicroUsd: 25_000_000, maxMinutes: 150, maxAgents: 24 },
    },
    {
      title: "Label outage in Lodz",
      strategy: {
        summary: "The course of events is established from two independent records; only then are explanations proposed, each with an opponent; nothing reaches the report unless its record was looked at again by someone who did not write it.",
        dimension: "by kind of record, then by explanation",
        alternatives: [{ summary: "Begin with the most recent deployment", whyNot: "It would fix everybody's eye upon one suspect before the times are known." }],
        doneWhen: "Every interval between 01:10 and 03:40 is accounted for by a quoted record, and each explanation proposed has been confronted with the record that fits it least.",
      },
      phases: [{ id: "facts", title: "Facts" }, { id: "why", title: "Explanations" }, { id: "write", title: "Writing" }],
      nodes: [
        { id: "metrics", kind: "agent", phase: "facts", title: "What the metrics show", covers: ["course"], instructions: "The metrics of the print service, of its queue and of the depot network are to be queried for the night in question, from one hour before to one hour after. Each change of level should be reported with its time and its value, without any interpretation of why it occurred.", tools: ["query_metrics"], context: { maxTokens: 40_000 }, doneWhen: "All three services have been queried over the whole interval.", ...limits },
        { id: "people", kind: "agent", phase: "facts", title: "What people wrote down", covers: ["course", "response"], instructions: "The duty log of that night should be read from beginning to end. What was noticed, by whom, at what time, and what was then done is to be quoted word for word. Gaps of more than ten minutes deserve to be mentioned as gaps.", tools: ["search_sources", "read_source"], context: { sources: ["duty-log"], maxTokens: 40_000 }, doneWhen: "No entry of the night is left unread.", ...limits },
        { id: "times", kind: "verify", phase: "facts", title: "Times and values confirmed", criteria: "Every time and value has to be found in the record that is quoted for it. Clock differences between the two records must be taken into account; what can be true in only one of them is to be marked.", budget: { maxTokens: 110_000 } },
        { id: "changes", kind: "agent", phase: "why", title: "Explanations from changes", covers: ["cause"], instructions: "On the basis of the confirmed times, changes to code and configuration in the two weeks before are to be examined. For each candidate it has to be shown by which mechanism printing would stop at 01:10 and resume at 03:40.", tools: ["read_repository"], context: { inputs: ["confirmed"], maxTokens: 60_000 }, doneWhen: "Every change which touches printing, queueing or the network has been accepted or set aside with a reason.", ...limits },
        { id: "load", kind: "agent", phase: "why", title: "Explanations without any change", covers: ["cause"], instructions: "Assume for a moment that nobody changed anything. Load, certificates, disks, suppliers and the hour itself are to be considered, and metrics are to be queried for each. What contradicts an explanation must be reported as carefully as what supports it.", tools: ["query_metrics"], context: { inputs: ["confirmed"], maxTokens: 60_000 }, doneWhen: "Each of the five possibilities has been ruled in or out by a record.", ...limits },
        { id: "counter", kind: "agent", phase: "why", title: "What refutes them", covers: ["cause"], instructions: "The explanations handed over by the two colleagues are to be attacked. For each, look for the measurement, the log line or the earlier night that could not be as it is if the explanation were true, and quote it.", tools: ["query_metrics", "read_repository"], context: { inputs: ["changes", "load"], maxTokens: 60_000 }, doneWhen: "Each explanation has met at least one serious attempt at refutation.", ...limits },
        { id: "remedy", kind: "agent", phase: "why", title: "What would have shortened it", covers: ["lesson", "response"], instructions: "The confirmed times are to be compared with the runbooks: at which point did a runbook offer a step that was taken late, or not at all, and where was there no step to take? Counter-examples, where following the runbook would have made things worse, belong here as well.", tools: ["search_sources", "read_source"], context: { inputs: ["confirmed"], sources: ["runbooks"], maxTokens: 60_000 }, doneWhen: "Every runbook on printing and queues has been compared.", ...limits },
        { id: "review", kind: "verify", phase: "why", title: "Explanations against records", criteria: "Does the quoted record support the mechanism that is claimed, and is there no quoted record which the mechanism cannot accommodate? Coincidence in time alone is not enough.", votes: 3, onRefuted: "mark", budget: { maxTokens: 130_000 } },
        { id: "report", kind: "synthesize", phase: "write", title: "Report", instructions: "First the course of events, then the explanations in the order of their support, each followed by what speaks against it, then the lessons. Explanations that exclude each other are to stand side by side.", budget: { maxTokens: 90_000 } },
      ],
      edges: ["metrics > times", "people > times", "times > changes as confirmed", "times > load as confirmed", "times > remedy as confirmed", "changes > counter", "load > counter", "changes > review", "load > review", "counter > review", "remedy > review > report", "times > report"],
      reportNode: "report",
    },
  ),
];
