import { goodPlan, type GoodPlan } from "../../good-plan.ts";

const limits = { maxTurns: 10, budget: { maxTokens: 90_000 } };

/** Contract reading: terse, four nodes; and one in German. */
export const contractPlans: GoodPlan[] = [
  goodPlan(
    "contract-reading",
    {
      question: "What do our two haulage contracts say about notice periods and liability caps?",
      requirements: [
        { id: "notice", text: "Notice periods, with start and form", isCritical: true },
        { id: "caps", text: "Liability caps and what is exempt from them", isCritical: true },
      ],
      scope: { tools: ["search_sources", "read_source"], collections: ["haulage-contracts"] },
      budget: { maxTokens: 1_500_000, maxCostMicroUsd: 12_000_000, maxMinutes: 60, maxAgents: 12 },
    },
    {
      title: "Two haulage contracts, clause by clause",
      strategy: {
        summary: "Main text apart from annexes: amendments hide in annexes.",
        dimension: "by part of the contract",
        doneWhen: "Notice and caps each quoted from both contracts, or stated absent after a full read.",
      },
      nodes: [
        { id: "body", kind: "agent", title: "Main text", covers: ["notice", "caps"], instructions: "Read the numbered clauses of each contract in full. Quote every one on notice or liability. No paraphrase without quote.", tools: ["read_source", "search_sources"], context: { sources: ["haulage-contracts"], maxTokens: 30_000 }, doneWhen: "Last clause of both contracts read.", ...limits },
        { id: "annex", kind: "agent", title: "Annexes and amendments", covers: ["notice", "caps"], instructions: "Annexes, side letters, amendments only. Find what alters or overrides a notice period or a cap, with date of effect. Nothing found: say so.", tools: ["read_source", "search_sources"], context: { sources: ["haulage-contracts"], maxTokens: 30_000 }, doneWhen: "Every annex opened.", ...limits },
        { id: "check", kind: "verify", title: "Quote carries claim?", criteria: "Claim follows from its quote alone. Refute if the quote is about another party, another period, or is superseded by a later clause.", votes: 2, budget: { maxTokens: 90_000 } },
        { id: "answer", kind: "synthesize", title: "Answer", instructions: "One section per contract. Where an annex contradicts the main text, print both with dates.", budget: { maxTokens: 60_000 } },
      ],
      edges: ["body > check > answer", "annex > check"],
      reportNode: "answer",
    },
  ),
  goodPlan(
    "fristen",
    {
      question: "Welche Aufbewahrungsfristen nennt unsere Betriebsvereinbarung, und wo weicht sie vom Tarifvertrag ab?",
      requirements: [
        { id: "fristen", text: "Fristen je Unterlage", isCritical: true },
        { id: "abweichung", text: "Abweichungen vom Tarifvertrag" },
      ],
      scope: { tools: ["search_sources", "read_source"], collections: ["betriebsvereinbarung", "tarifvertrag"] },
      budget: { maxTokens: 1_500_000, maxCostMicroUsd: 12_000_000, maxMinutes: 60, maxAgents: 12 },
    },
    {
      title: "Fristen im Vergleich",
      strategy: { summary: "Beide Texte getrennt lesen, dann gegenüberstellen.", dimension: "nach Text", doneWhen: "Zu jeder Unterlage steht eine belegte Frist aus beiden Texten oder der Vermerk, dass sie fehlt." },
      nodes: [
        { id: "vereinbarung", kind: "agent", title: "Betriebsvereinbarung lesen", covers: ["fristen", "abweichung"], instructions: "Lies die Betriebsvereinbarung vollständig und belege jede Frist mit wörtlichem Zitat.", tools: ["read_source"], context: { sources: ["betriebsvereinbarung"], maxTokens: 30_000 }, doneWhen: "Alle Paragrafen gelesen.", ...limits },
        { id: "tarif", kind: "agent", title: "Tarifvertrag lesen", covers: ["fristen", "abweichung"], instructions: "Suche im Tarifvertrag zu jeder Art von Unterlage die Frist, auch solche, die der Betriebsvereinbarung widersprechen könnte.", tools: ["search_sources", "read_source"], context: { sources: ["tarifvertrag"], maxTokens: 30_000 }, doneWhen: "Alle Abschnitte zu Unterlagen gelesen.", ...limits },
        { id: "pruefung", kind: "verify", title: "Belege prüfen", criteria: "Das Zitat trägt die Aussage; Frist, Einheit und Beginn stimmen überein.", budget: { maxTokens: 90_000 } },
        { id: "bericht", kind: "synthesize", title: "Bericht", instructions: "Eine Gegenüberstellung je Unterlage. Widersprüche bleiben mit beiden Zitaten stehen.", budget: { maxTokens: 60_000 } },
      ],
      edges: ["vereinbarung > pruefung > bericht", "tarif > pruefung"],
      reportNode: "bericht",
    },
  ),
];
