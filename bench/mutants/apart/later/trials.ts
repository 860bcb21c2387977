import { goodPlan, type GoodPlan } from "../../good-plan.ts";

const limits = { maxTurns: 18, budget: { maxTokens: 140_000 } };
const web = ["search_web", "fetch_url"];

/** Research on a yes/no question, polite and in slightly foreign English. */
export const trialPlans: GoodPlan[] = [
  goodPlan(
    "four-day-week",
    {
      question: "Does a four-day week reduce sick leave in nursing homes?",
      requirements: [
        { id: "effect", text: "Measured effect on sick leave, with size and period", isCritical: true },
        { id: "quality", text: "How strong the studies are", isCritical: true },
        { id: "side-effects", text: "Effects on staffing and residents" },
      ],
      scope: { tools: [...web, "search_sources", "read_source"], domains: ["studies.example.org", "labour.example.eu"], collections: ["pilot-reports"] },
      budget: { maxTokens: 4_000_000, maxCostMicroUsd: 35_000_000, maxMinutes: 200, maxAgents: 30 },
    },
    {
      title: "Four-day week and sick leave",
      strategy: {
        summary: "One looks for the yes, one looks for the no, one looks if the studies can at all show it.",
        dimension: "by side of the question",
        alternatives: [{ summary: "One researcher for each country", whyNot: "Everybody would find again the same three big studies." }],
        doneWhen: "For the effect there are studies of both directions on the table, or two different search ways have brought nothing for one direction and this is said openly.",
      },
      phases: [{ id: "search", title: "Searching" }, { id: "judge", title: "Judging" }],
      nodes: [
        { id: "pro", kind: "agent", phase: "search", title: "Studies which found less sick leave", covers: ["effect"], instructions: "Please search on studies.example.org and labour.example.eu for studies that found less sick leave after the working week was shortened in care homes. Be so kind and note for each the number of persons, the period and the size of the effect, always with the exact sentence.", tools: web, context: { maxTokens: 40_000 }, doneWhen: "Two searches in a row bring no new study.", ...limits },
        { id: "contra", kind: "agent", phase: "search", title: "Studies which found nothing or the opposite", covers: ["effect"], instructions: "Please look for evidence against it: studies on the same two sites where sick leave stayed the same or has risen, trials that were stopped, and withdrawn papers. Would you also search with the words that a sceptic uses. Note persons, period and size with the exact sentence.", tools: web, context: { maxTokens: 40_000 }, doneWhen: "Two searches in a row bring no new study.", ...limits },
        { id: "pilots", kind: "agent", phase: "search", title: "Our own pilots", covers: ["effect", "side-effects"], instructions: "Please read all the pilot reports from first to last page. We want to know sick days before and after, how many shifts had to be filled by others, and what was said by residents, the good as well as the bad.", tools: ["search_sources", "read_source"], context: { sources: ["pilot-reports"], maxTokens: 40_000 }, doneWhen: "All reports are opened and read until the end.", ...limits },
        { id: "method", kind: "agent", phase: "judge", title: "Can these studies show it?", covers: ["quality"], instructions: "You get the findings of the three searches. For each study, kindly go to the method part and tell if there was a comparison group, how many left before the end, and if another thing changed at the same time. Do not look at whether you like the result.", tools: [...web, "read_source"], context: { inputs: ["pro", "contra", "pilots"], sources: ["pilot-reports"], maxTokens: 80_000 }, doneWhen: "Every study named in the findings has a judgement.", ...limits },
        { id: "funding", kind: "agent", phase: "judge", title: "Who paid and who checked", covers: ["quality"], instructions: "You get the findings of three searches. Please find out for each study who has paid for it, if it was registered before, and if somebody else tried it again. Quote the place.", tools: web, context: { inputs: ["pro", "contra", "pilots"], maxTokens: 80_000 }, doneWhen: "Money, registration and repetition are answered or marked unknown per study.", ...limits },
        { id: "verify-found", kind: "verify", phase: "judge", title: "Second look", criteria: "The quoted sentence must carry the number and the direction which the claim gives. A correlation that is told as an effect is refuted. A study from hospitals is not a study from nursing homes.", votes: 3, budget: { maxTokens: 120_000 } },
        { id: "before", kind: "checkpoint", phase: "judge", title: "Look over before writing", asks: "Is there enough on both sides for an answer? If not, please send back and say what is missing." },
        { id: "answer", kind: "synthesize", phase: "judge", title: "Answer", instructions: "Begin with yes, no or not known. Then give the studies for and against beside each other with their strength. Do not smooth contradictions.", budget: { maxTokens: 90_000 } },
      ],
      edges: ["pro > method", "contra > method", "pilots > method", "pro > funding", "contra > funding", "pilots > funding", "pro > verify-found", "contra > verify-found", "pilots > verify-found", "method > verify-found", "funding > verify-found > before > answer"],
      reportNode: "answer",
    },
  ),
];
