import { goodPlan, type GoodPlan } from "../good-plan.ts";

const reading = { tools: ["search_sources", "read_source"], maxTurns: 12, budget: { maxTokens: 65_000 } };

export const vendorPlans: GoodPlan[] = [
  goodPlan(
    "payroll-vendors",
    {
      question: "Which of the three payroll providers, Lohnwerk, PayNorth and Salaria, fits a company with 300 staff in four countries best?",
      requirements: [
        { id: "lohnwerk", text: "Lohnwerk", kind: "item", isCritical: true },
        { id: "paynorth", text: "PayNorth", kind: "item", isCritical: true },
        { id: "salaria", text: "Salaria", kind: "item", isCritical: true },
        { id: "total-price", text: "Total price over three years" },
        { id: "leaving", text: "What it takes to leave again" },
      ],
      scope: { tools: ["search_sources", "read_source"], collections: ["offers", "customer-interviews", "price-lists"] },
      budget: { maxTokens: 5_000_000, maxCostMicroUsd: 50_000_000, maxMinutes: 180, maxAgents: 40, maxParallel: 6 },
    },
    {
      title: "Three payroll providers, compared fairly",
      strategy: { summary: "It would be kind to give every provider the same attention: one reader hears the provider, another hears its customers.", dimension: "by provider, and by whose voice it is", alternatives: [{ summary: "A scorecard filled by one agent", whyNot: "It would lean to the provider it reads first." }], doneWhen: "Strengths and weaknesses of all three have been confirmed from the documents, and price and exit are known or said to be unknown for each of them." },
      nodes: [
        { kind: "agent", id: "lohnwerk-offer", title: "What Lohnwerk offers", covers: ["lohnwerk", "total-price"], ...reading, context: { sources: ["offers", "price-lists"] }, instructions: "Would you please read the offer made by Lohnwerk and note the four countries it serves, with its own staff or through partners, and every fee? Kindly quote each.", doneWhen: "Countries and fees are quoted." },
        { kind: "agent", id: "lohnwerk-users", title: "What Lohnwerk's customers say", covers: ["lohnwerk", "leaving"], ...reading, context: { sources: ["customer-interviews"] }, instructions: "Kindly look for the interviews with customers of Lohnwerk. We would like to hear praise and complaints in equal seriousness, and how those fared who left.", doneWhen: "Each interview has given its good and its bad points." },
        { kind: "agent", id: "paynorth-offer", title: "What PayNorth offers", covers: ["paynorth", "total-price"], ...reading, context: { sources: ["offers", "price-lists"] }, instructions: "PayNorth's proposal is yours. Could you work out what three years would cost with 300 employees, showing each position of the calculation next to the passage it rests on? Please also note which countries are missing.", doneWhen: "The sum can be retraced position by position." },
        { kind: "agent", id: "paynorth-users", title: "What PayNorth's customers say", covers: ["paynorth", "leaving"], ...reading, context: { sources: ["customer-interviews"] }, instructions: "We should be grateful if you could gather how PayNorth behaves when something goes wrong: late payslips, wrong tax, terminated contracts. If customers were content, that is just as welcome.", doneWhen: "No interview that mentions PayNorth is left." },
        { kind: "agent", id: "salaria-offer", title: "What Salaria offers", covers: ["salaria", "total-price"], ...reading, context: { sources: ["offers", "price-lists"] }, instructions: "Please turn to Salaria. Its offer is written in modules; tell us which of them would be needed for four countries and what they would amount to, and mark any price that is on request only.", doneWhen: "Each module is priced or marked." },
        { kind: "agent", id: "salaria-users", title: "What Salaria's customers say", covers: ["salaria", "leaving"], ...reading, context: { sources: ["customer-interviews"] }, instructions: "May we ask you to listen to the clients of Salaria? Note what they would choose again and what they regret, and how their data was handed over at the end.", doneWhen: "Regrets and recommendations of all clients are quoted." },
        { kind: "verify", id: "fairness", title: "Check the quotations", criteria: "Please rule for each statement whether the quotation bears it out, for the right provider and in the right country. A customer's feeling supports a statement on the feeling, not on the product.", votes: 2, onRefuted: "mark" },
        { kind: "synthesize", id: "advice", title: "Advice", instructions: "Please write for each provider what speaks for it and what against it, in the same length. Then recommend, and say what would change the recommendation. Where offer and customers contradict one another, let both be heard." },
      ],
      edges: ["lohnwerk-offer > fairness > advice", ...["lohnwerk-users", "paynorth-offer", "paynorth-users", "salaria-offer", "salaria-users"].map((id) => `${id} > fairness`)],
      reportNode: "advice",
    },
  ),
];
