import { goodPlan, type GoodPlan } from "../good-plan.ts";

/** Terse, as a small model writes: four nodes, one side each. */
export const attritionPlans: GoodPlan[] = [
  goodPlan(
    "attrition",
    {
      question: "Did moving to remote-first hiring in 2025 lower attrition among our engineers?",
      requirements: [
        { id: "rate", text: "Attrition before and after the move, same definition both times", isCritical: true },
        { id: "other-causes", text: "Other things that changed in the same months" },
      ],
      scope: { tools: ["search_sources", "read_source"], collections: ["hr-reports"] },
      budget: { maxTokens: 3_000_000, maxCostMicroUsd: 30_000_000, maxMinutes: 60, maxAgents: 8, maxParallel: 2 },
    },
    {
      title: "Remote-first and attrition",
      strategy: {
        summary: "Two readers, opposite briefs. A third model checks every quote. Then write.",
        dimension: "for / against",
        alternatives: [{ summary: "One reader for both sides", whyNot: "It settles early on the first number it meets." }],
        doneWhen: "Both requirements have at least one claim that survived the check, or the report says which evidence is not there.",
      },
      nodes: [
        {
          id: "lower",
          kind: "agent",
          title: "Signs that it fell",
          rationale: "The yes side.",
          covers: ["rate", "other-causes"],
          instructions: "Find quarters 2024-2026. Quote leavers, headcount, definition. Claim a drop only where both periods use one definition. Note what else changed.",
          context: { sources: ["hr-reports"], maxTokens: 16_000 },
          tools: ["search_sources", "read_source"],
          maxTurns: 12,
          doneWhen: "Every quarter 2024-2026 quoted or named as absent.",
        },
        {
          id: "not-lower",
          kind: "agent",
          title: "Signs that it did not",
          rationale: "The no side; without it the plan proves what was hoped.",
          covers: ["rate", "other-causes"],
          instructions:
            "Try to refute the drop. Look for teams where attrition rose, leavers counted elsewhere (contractors, transfers), a hiring freeze, a pay round, market layoffs. Quote each.",
          context: { sources: ["hr-reports"], maxTokens: 16_000 },
          tools: ["search_sources", "read_source"],
          maxTurns: 12,
          doneWhen: "Each rival cause is quoted, or searched for twice and not found.",
        },
        {
          id: "check",
          kind: "verify",
          title: "Check quotes",
          rationale: "Different model, sees no reasoning.",
          criteria: "Does the quoted passage say what the claim says: same period, same population, same direction? If the passage leaves it open: not enough info.",
          onRefuted: "drop",
        },
        {
          id: "report",
          kind: "synthesize",
          title: "Answer",
          rationale: "One page for the HR lead.",
          instructions: "Answer yes, no or can't tell, first line. Then the numbers. Then what speaks against. Keep contradicting figures side by side, each with its source.",
        },
      ],
      edges: ["lower > check > report", "not-lower > check"],
      reportNode: "report",
    },
  ),
];
