import { goodPlan, type GoodPlan } from "../good-plan.ts";

const limits = { tools: ["search_sources", "read_source"], maxTurns: 12, budget: { maxTokens: 60_000 } };

export const policyPlans: GoodPlan[] = [
  goodPlan(
    "travel-policy",
    {
      question: "Is our travel policy in agreement with the new works agreement, and which paragraphs have to be changed?",
      requirements: [
        { id: "contradictions", text: "Paragraphs of the policy that contradict the agreement", isCritical: true },
        { id: "gaps", text: "Points of the agreement on which the policy is silent" },
        { id: "practice", text: "How the paragraphs are applied until now" },
      ],
      scope: { tools: ["search_sources", "read_source"], collections: ["travel-policy", "works-agreement", "expense-decisions"] },
      budget: { maxTokens: 3_000_000, maxCostMicroUsd: 30_000_000, maxMinutes: 150, maxAgents: 30, maxParallel: 4 },
    },
    {
      title: "Travel policy against works agreement",
      strategy: { summary: "We go once from the policy to the agreement, once in the other direction, because each direction overlooks other things.", dimension: "by direction of reading", alternatives: [{ summary: "To let one model read both texts in one go", whyNot: "It finds the contradictions that are on the surface, the omissions it finds not." }], doneWhen: "To every paragraph of both texts a confirmed statement exists: agrees, contradicts or is not treated." },
      nodes: [
        { kind: "agent", id: "from-policy", title: "From the policy to the agreement", covers: ["contradictions"], ...limits, context: { sources: ["travel-policy", "works-agreement"] }, instructions: "Take the travel policy paragraph for paragraph. For each one you search in the works agreement the place which treats the same matter, and you note if both are compatible. Compatible ones are to be noted equally, with both citations.", doneWhen: "The last paragraph of the policy is treated." },
        { kind: "agent", id: "from-agreement", title: "From the agreement to the policy", covers: ["gaps", "contradictions"], ...limits, context: { sources: ["works-agreement", "travel-policy"] }, instructions: "Now in the other direction: for every obligation of the works agreement, what says the policy to it? When it says nothing, this is a gap. When it says something different, cite the two sentences.", doneWhen: "Every obligation has got an answer, also if the answer is: nothing found." },
        { kind: "agent", id: "defence", title: "Defence of the policy", covers: ["contradictions"], ...limits, context: { sources: ["travel-policy", "works-agreement", "expense-decisions"], inputs: ["from_policy"] }, instructions: "You get the contradictions which were found from the policy's side. Defend the policy: is there a reading, an exception or a definition under which there is no contradiction? Only with a citation. If you find none, you write that none was found.", doneWhen: "For each alleged contradiction stands a counter-reading or the sentence that there is none." },
        { kind: "agent", id: "decisions", title: "Practice", covers: ["practice"], ...limits, context: { sources: ["expense-decisions"] }, instructions: "Look in the expense decisions how the accounting handles hotel limits, rail class and travel time. One example for generous and one for strict handling, when both exist.", doneWhen: "For the three themes the decisions of the last two years were looked through." },
        { kind: "verify", id: "control", title: "Control", criteria: "Control whether the two cited sentences really concern the same matter and whether out of them follows what is stated. A contradiction that exists only in one possible reading is not proven.", onRefuted: "mark" },
        { kind: "synthesize", id: "opinion", title: "Opinion", instructions: "Answer first yes or no with the degree of certainty. Then a table: paragraph, contradiction, defence, proposal. What the control has refuted remains visible as refuted. When readings compete, name both." },
      ],
      edges: ["from-policy > control > opinion", "from-agreement > control", "from-policy > defence > control", "decisions > control"],
      reportNode: "opinion",
    },
  ),
];
