import { goodPlan, type GoodPlan } from "../good-plan.ts";

const paperList = { type: "object", required: ["papers"], properties: { papers: { type: "array", items: { type: "object", required: ["id", "title"], properties: { id: { type: "string" }, title: { type: "string" } } } } } };

export const literaturePlans: GoodPlan[] = [
  goodPlan(
    "melatonin-screening",
    {
      question: "Does melatonin shorten the time that shift workers need to fall asleep, according to controlled trials?",
      requirements: [
        { id: "eligible-trials", text: "All eligible controlled trials in the collection", kind: "item", isCritical: true },
        { id: "effect", text: "Effect on sleep onset in minutes", kind: "evidence", isCritical: true },
        { id: "bias", text: "Risk of bias of each trial" },
      ],
      scope: { tools: ["search_sources", "read_source"], collections: ["sleep-abstracts", "sleep-papers"] },
      budget: { maxTokens: 20_000_000, maxCostMicroUsd: 150_000_000, maxMinutes: 600, maxAgents: 400, maxParallel: 8 },
    },
    {
      title: "Screening of melatonin trials",
      strategy: { summary: "Title and abstract screening, full-text reading with dual extraction, adjudication.", dimension: "by study", doneWhen: "Each screened-in record was read in full, and the pooled direction of effect is backed by adjudicated findings or declared indeterminate." },
      phases: [{ id: "screening", title: "Screening" }, { id: "reading", title: "Full text" }],
      nodes: [
        { kind: "agent", id: "screen", title: "Screen abstracts", phase: "screening", covers: ["eligible-trials"], tools: ["search_sources"], context: { sources: ["sleep-abstracts"] }, maxTurns: 40, budget: { maxTokens: 120_000 }, output: { as: "json", schema: paperList }, instructions: "Screen the complete set of abstracts, page after page until the cursor is exhausted. Include randomised or cross-over trials of melatonin in shift workers; when in doubt, include. Null results are as eligible as positive ones.", doneWhen: "The cursor is exhausted and included plus excluded equals the number of abstracts." },
        { kind: "map", id: "studies", title: "Each included study", phase: "reading", items: "inputs.screen.papers", itemKey: "item.id", maxItems: 60, concurrency: 6, onItemError: "keep" },
        { kind: "agent", id: "outcome", title: "Outcome", parent: "studies", covers: ["effect", "eligible-trials"], tools: ["read_source"], context: { sources: ["sleep-papers"] }, maxTurns: 8, budget: { maxTokens: 40_000 }, instructions: "Extract sleep onset latency in both arms, with dispersion and n, from the full text of the study. Quote table row or sentence. Report lengthening or absence of an effect exactly as you would report a shortening.", doneWhen: "Both arms have been extracted, or the outcome is stated as unreported." },
        { kind: "agent", id: "devils-advocate", title: "Reasons for doubt", parent: "studies", covers: ["bias", "effect", "eligible-trials"], tools: ["read_source"], context: { sources: ["sleep-papers"] }, maxTurns: 8, budget: { maxTokens: 40_000 }, instructions: "Assume that the benefit reported in the study is spurious and collect what would disconfirm it: unblinded staff, selective outcomes, dropouts, industry funding, contradicting subgroups. Where the design withstands this, quote why.", doneWhen: "Randomisation, blinding, attrition and reporting are each commented on with a passage." },
        { kind: "verify", id: "adjudicate", title: "Adjudication", parent: "studies", criteria: "Adjudicate every extracted datum against its passage: same arm, same outcome definition, same unit. Passages that do not establish the datum lead to refutation; ambiguous ones to not enough information.", votes: 3, onRefuted: "drop" },
        { kind: "checkpoint", id: "methodologist", title: "Methodologist", asks: "Are the adjudicated data fit to be summarised? Which studies must be handled apart?" },
        { kind: "synthesize", id: "review", title: "Narrative review", instructions: "Summarise effect direction and size over the adjudicated studies, those in favour and those against alike. Heterogeneous results are set out as such. Studies which could not be read are enumerated." },
      ],
      edges: ["screen > studies", "outcome > adjudicate", "devils-advocate > adjudicate", "studies > methodologist > review"],
      reportNode: "review",
    },
  ),
];
