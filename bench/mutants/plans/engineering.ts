import { goodPlan } from "../good-plan.ts";

/** Plans of people who build and run software. */
export const engineeringPlans = [
  goodPlan(
    "code review",
    { question: "Review the change to the session code for security, correctness and tests.", requirements: [{ id: "security", text: "Security", isCritical: true }, { id: "correctness", text: "Correctness" }, { id: "tests", text: "Tests" }], scope: { tools: ["read_repository", "run_tests"], collections: [] } },
    {
      title: "Review of the session change",
      strategy: { summary: "Three readers with different eyes; who finds something doesn't judge it.", doneWhen: "Each finding is reproduced or refuted, with file and line." },
      nodes: [
        { kind: "agent", id: "attack", title: "Attack it", instructions: "Read the diff as an attacker: fixation, theft, replay, timing. Name file and line for each weakness.", covers: ["security"], tools: ["read_repository"], maxTurns: 12 },
        { kind: "agent", id: "audit-sessions", title: "Follow a session", instructions: "Follow one session from sign-in to its end through the code; note each state that nobody handles, and each that leaks.", covers: ["security", "correctness"], tools: ["read_repository"], maxTurns: 12 },
        { kind: "agent", id: "tests", title: "Read the tests", instructions: "List the behaviours that changed and the test that would fail for each. Run the suite once.", covers: ["tests"], tools: ["read_repository", "run_tests"], maxTurns: 8 },
        { kind: "loop", id: "reproduce", title: "Reproduce", until: "size(previous.open) == 0", maxIterations: 4 },
        { kind: "agent", id: "repro", title: "Write a failing test", parent: "reproduce", instructions: "Take one open finding and write the smallest test that shows it. Say so when it can't be shown.", covers: ["correctness"], tools: ["run_tests"], context: { requirements: "all" }, maxTurns: 6 },
        { kind: "verify", id: "judge", title: "Judge", criteria: "A finding is supported when its test fails on the change and passes without it; a finding whose line doesn't say what is claimed is refuted." },
        { kind: "synthesize", id: "review", title: "Review", instructions: "Blocking findings first, each with its line and its test. Keep what two readers see differently." },
      ],
      edges: ["attack > reproduce", "audit-sessions > reproduce", "tests > reproduce", "reproduce > judge > review"],
      reportNode: "review",
    },
  ),
  goodPlan(
    "migration",
    { question: "Move the mail module to the new client and open a pull request.", requirements: [{ id: "calls", text: "Every call is moved", isCritical: true }, { id: "behaviour", text: "Behaviour stays the same" }], scope: { effects: "may-write", tools: ["read_repository", "run_tests", "open_pull_request"], collections: ["client-docs"] } },
    {
      title: "New mail client",
      strategy: { summary: "First know every call, then change, then ask, then publish.", doneWhen: "No call of the old client is left, all tests pass, and a person approved the change." },
      nodes: [
        { kind: "agent", id: "calls", title: "Find every call", instructions: "Find every call of the old client, also through wrappers and in tests.", covers: ["calls"], tools: ["read_repository"], maxTurns: 8 },
        { kind: "agent", id: "docs", title: "Read the guide", instructions: "Read the guide of the new client for what takes the place of each option, and which have none.", covers: ["calls", "behaviour"], tools: [], context: { sources: ["client-docs"] }, maxTurns: 6 },
        { kind: "agent", id: "patch", title: "Write the patch", instructions: "Write the change from the calls and the guide you received, one commit per module.", covers: ["calls"], tools: ["read_repository", "run_tests"], maxTurns: 20 },
        { kind: "verify", id: "diff", title: "Check the diff", criteria: "Every call in the list is changed in the diff, options mean the same by the guide, and the tests pass." },
        { kind: "synthesize", id: "summary", title: "Summary", instructions: "What changed, what could not be moved, and why, with file and line." },
        { kind: "checkpoint", id: "approve", title: "Approve the change", asks: "Open a pull request with this diff?" },
        { kind: "tool", id: "publish", title: "Open the pull request", tool: "open_pull_request", arguments: { title: '"Move mail to the new client"', body: "inputs.approve.summary" } },
      ],
      edges: ["calls > patch", "docs > patch", "patch > diff > summary > approve > publish"],
      reportNode: "summary",
    },
  ),
  goodPlan(
    "incident",
    { question: "Why did checkout fail on Tuesday, and what would have prevented it?", requirements: [{ id: "timeline", text: "What happened when" }, { id: "cause", text: "The cause", isCritical: true }, { id: "prevention", text: "What would have prevented it" }], scope: { tools: ["query_metrics", "list_tickets", "read_repository"], collections: ["runbooks"] } },
    {
      title: "Checkout on Tuesday",
      strategy: { summary: "Sources apart first, so that the log doesn't colour the tickets; one worker argues against the favourite cause.", doneWhen: "The timeline has no hole above five minutes, and the cause explains every symptom or the report names those it doesn't." },
      nodes: [
        { kind: "agent", id: "metrics", title: "Metrics", instructions: "Plot errors, latency and deploys for the day. Note each change with its minute.", covers: ["timeline"], tools: ["query_metrics"], maxTurns: 8 },
        { kind: "agent", id: "tickets", title: "Tickets", instructions: "Read what customers reported, with times, and group it by symptom.", covers: ["timeline"], tools: ["list_tickets"], maxTurns: 6 },
        { kind: "agent", id: "changes", title: "Changes", instructions: "List what was merged and configured in the two days before, with its owner.", covers: ["cause"], tools: ["read_repository"], maxTurns: 6 },
        { kind: "agent", id: "causes", title: "Candidate causes", instructions: "From the timeline and the changes you received, name every cause that could explain the symptoms, with what would refute it.", covers: ["cause"], maxTurns: 4 },
        { kind: "agent", id: "runbook", title: "What would have helped", instructions: "Look in the runbooks for the alarm or the step that should have caught it, and why it didn't.", covers: ["prevention"], context: { sources: ["runbooks"] }, maxTurns: 6 },
        { kind: "verify", id: "check", title: "Test each cause", criteria: "A cause is supported if the log shows it before the symptom and it explains all of them; one symptom it can't explain refutes it." },
        { kind: "synthesize", id: "postmortem", title: "Post-mortem", instructions: "Timeline, cause, prevention. Causes that are not ruled out stay in, each with what is missing." },
      ],
      edges: ["metrics > causes", "tickets > causes", "changes > causes", "causes > check", "runbook > check", "check > postmortem"],
      reportNode: "postmortem",
    },
  ),
];
