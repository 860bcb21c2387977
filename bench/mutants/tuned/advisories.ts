import { goodPlan, type GoodPlan } from "../good-plan.ts";

export const advisoryPlans: GoodPlan[] = [
  goodPlan(
    "advisory-exposure",
    {
      question: "Are we affected by the three advisories that were published for the image library this month?",
      requirements: [
        { id: "advisory-1", text: "IMG-2026-01, crafted header", kind: "item", isCritical: true },
        { id: "advisory-2", text: "IMG-2026-02, palette overflow", kind: "item", isCritical: true },
        { id: "advisory-3", text: "IMG-2026-03, slow decoding", kind: "item" },
      ],
      scope: { tools: ["fetch_url", "read_repository", "run_tests"], collections: ["gallery-repository"], domains: ["advisories.imglib.example"] },
      budget: { maxTokens: 4_000_000, maxCostMicroUsd: 40_000_000, maxMinutes: 150, maxAgents: 40, maxParallel: 6 },
    },
    {
      title: "Exposure to three advisories",
      strategy: { summary: "The texts are fetched once; exposure is then argued in both directions from the code.", dimension: "text, exposure, non-exposure", doneWhen: "It has been established for each advisory that the vulnerable call is reachable, that it is not, or that this can't be told." },
      nodes: [
        { kind: "tool", id: "bulletin", title: "Fetch the bulletin", tool: "fetch_url", arguments: { url: "'https://advisories.imglib.example/2026'" } },
        { kind: "agent", id: "conditions", title: "Conditions of each advisory", covers: ["advisory-1", "advisory-2", "advisory-3"], context: { inputs: ["bulletin"] }, maxTurns: 6, budget: { maxTokens: 40_000 }, instructions: "In the bulletin, the versions, functions and settings under which each of the three advisories applies are named. They are to be listed with the sentence quoted.", doneWhen: "Three sets of conditions have been recorded." },
        { kind: "agent", id: "exposed", title: "Arguments for exposure", covers: ["advisory-1", "advisory-2", "advisory-3"], tools: ["read_repository"], context: { sources: ["gallery-repository"], inputs: ["conditions"] }, maxTurns: 15, budget: { maxTokens: 80_000 }, instructions: "The conditions are given. It is to be shown, by call chains in the repository, how an image from outside can reach each affected function. Lock files are to be quoted for the version.", doneWhen: "For each advisory a call chain has been given or was not found." },
        { kind: "agent", id: "not-exposed", title: "Arguments against exposure", covers: ["advisory-1", "advisory-2", "advisory-3"], tools: ["read_repository", "run_tests"], context: { sources: ["gallery-repository"], inputs: ["conditions"] }, maxTurns: 15, budget: { maxTokens: 80_000 }, instructions: "With the conditions at hand, it is to be disproved that we are affected: guards, size limits, disabled decoders, a patched fork. Tests are to be run where they show it. Where nothing protects us, that is to be stated.", doneWhen: "Each advisory has a protecting line quoted, or the absence of one." },
        { kind: "verify", id: "review", title: "Independent review", criteria: "It is examined whether the quoted lines form an unbroken chain, or whether the quoted guard actually lies on it. Gaps lead to not enough information.", votes: 2, onRefuted: "mark" },
        { kind: "synthesize", id: "statement", title: "Statement", instructions: "Per advisory: affected, not affected or undetermined, with the arguments of both sides and their citations. Refuted arguments are marked." },
      ],
      edges: ["bulletin > conditions > exposed > review > statement", "conditions > not-exposed > review", "conditions > review"],
      reportNode: "statement",
    },
  ),
];
