import { goodPlan, type GoodPlan } from "../good-plan.ts";

const limits = { maxTurns: 10, budget: { maxTokens: 60_000 } };
const tools = ["read_source"];

export const contractPlans: GoodPlan[] = [
  goodPlan(
    "hosting-contract",
    {
      question: "What would we be bound to if we signed the hosting contract, and what is the other side bound to?",
      requirements: [
        { id: "our-duties", text: "Our duties and liabilities", isCritical: true },
        { id: "their-duties", text: "Duties and liabilities of the hosting company", isCritical: true },
        { id: "ending", text: "How either side can end it" },
      ],
      scope: { tools, collections: ["hosting-contract", "hosting-annexes"] },
      budget: { maxTokens: 3_000_000, maxCostMicroUsd: 30_000_000, maxMinutes: 120, maxAgents: 30, maxParallel: 6 },
    },
    {
      title: "Reading the hosting contract",
      strategy: { summary: "You could read a contract from front to back; we read it from each party's chair.", dimension: "by party", doneWhen: "Each clause has been attributed to a party and each attribution upheld by the checker, and clauses nobody could attribute are set out." },
      nodes: [
        { kind: "agent", id: "as-customer", title: "As the customer", covers: ["our-duties", "their-duties"], tools, context: { sources: ["hosting-contract"] }, ...limits, instructions: "You sit in the customer's chair. As you read the main contract, you write down every clause that obliges you, costs you money or takes away a right, and every clause that gives you one. You always copy the wording.", doneWhen: "You have passed the signature page." },
        { kind: "agent", id: "as-provider", title: "As the hosting company", covers: ["our-duties", "their-duties"], tools, context: { sources: ["hosting-contract"] }, ...limits, instructions: "You are counsel to the hosting company. What have you promised, what have you excluded, how much could you be made to pay? Where the text lets you off, you say so, citing the words that do it.", doneWhen: "Warranties, exclusions and caps are all covered by citations." },
        { kind: "agent", id: "annexes", title: "What the annexes take back", covers: ["our-duties", "their-duties"], tools, context: { sources: ["hosting-annexes"] }, ...limits, instructions: "You read the annexes only. You are looking for definitions, service levels and prices that widen or narrow an obligation of either party. You cite the annex and the number.", doneWhen: "Each annex has been read to its end." },
        { kind: "agent", id: "exits", title: "Ways out", covers: ["ending"], tools, context: { sources: ["hosting-contract", "hosting-annexes"] }, ...limits, instructions: "You find each way in which the agreement can end, for us and for them: periods, causes, fees, what happens to data. You put equal effort into both parties' exits.", doneWhen: "Ordinary, extraordinary and automatic endings are each answered." },
        { kind: "verify", id: "clause-check", title: "Clause check", criteria: "You see a statement and the clause. Does the clause bind this party to this thing, with this limit? If an exception inside the cited text overturns it, you refute.", onRefuted: "send-back" },
        { kind: "synthesize", id: "summary", title: "Summary for the board", instructions: "You write for people who will not read the contract. Ours on the left, theirs on the right, exits below. Clauses that pull in different directions you print together." },
      ],
      edges: ["as-customer > clause-check > summary", "as-provider > clause-check", "annexes > clause-check", "exits > clause-check"],
      reportNode: "summary",
    },
  ),
];
