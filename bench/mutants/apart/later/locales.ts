import { goodPlan, type GoodPlan } from "../../good-plan.ts";

/** Locale, its name, what is known to be delicate in it. */
const locales = [
  ["fi", "Finnish", "long compounds that get cut off on buttons"],
  ["pl", "Polish", "plural forms with few, many and other"],
  ["ja", "Japanese", "levels of politeness towards patients"],
  ["ar", "Arabic", "right-to-left order around numbers and doses"],
  ["pt-br", "Brazilian Portuguese", "European words that slipped in"],
] as const;

const limits = { maxTurns: 14, budget: { maxTokens: 90_000 } };

/** Localisation check, written out by language; polite, second person. */
export const languagePlans: GoodPlan[] = [
  goodPlan(
    "localisation-check",
    {
      question: "Are the five translations of the pill reminder app faithful enough to ship?",
      requirements: [
        ...locales.map(([id, name]) => ({ id, text: `${name} translation`, kind: "item" as const, isCritical: true })),
        { id: "doses", text: "Doses and times are the same in all languages", isCritical: true },
      ],
      scope: { tools: ["read_repository", "search_sources", "read_source"], collections: ["glossary"] },
      budget: { maxTokens: 6_000_000, maxCostMicroUsd: 50_000_000, maxMinutes: 200, maxAgents: 50, maxParallel: 6 },
    },
    {
      title: "Five translations of the pill reminder",
      strategy: {
        summary: "Per language, one reads what is shown and another hunts for mistranslations; doses are compared across languages by somebody who reads no prose.",
        dimension: "by language",
        doneWhen: "Every string of every language file has been compared with English, and every suspected mistranslation has been upheld or cleared by a checker.",
      },
      nodes: [
        ...locales.flatMap(([id, name, delicate]) => [
          { id: `${id}-read`, kind: "agent" as const, title: `${name}: strings`, covers: [id], instructions: `Would you please go through the ${name} language file string by string, next to the English one. You tell us which strings say the same as the English and which say less, more or something else. Please pay attention to ${delicate}. You quote both strings every time.`, tools: ["read_repository"], context: { maxTokens: 40_000 }, doneWhen: "You have seen the last key of the file.", ...limits },
          { id: `${id}-doubt`, kind: "agent" as const, title: `${name}: what would stop the release`, covers: [id, "doses"], instructions: `Imagine a patient who only reads ${name}. Please search the language file for anything that could make this patient take a wrong pill or miss one, and for terms that differ from our glossary. If you do not find anything, we are glad to hear which screens you looked at.`, tools: ["read_repository", "search_sources", "read_source"], context: { sources: ["glossary"], maxTokens: 40_000 }, doneWhen: "You have considered all screens on doses, times and warnings.", ...limits },
          { id: `${id}-check`, kind: "verify" as const, title: `${name}: second translator`, criteria: `Translate the quoted ${name} string yourself, then compare: does it really say what the finding states? Differences of taste are not findings.`, budget: { maxTokens: 80_000 } },
        ]),
        { id: "numbers", kind: "agent", title: "Doses across languages", covers: ["doses"], instructions: "Please compare only digits, units, times and placeholders between English and the five language files. You may ignore all words. Report each key where one language departs from the rest.", tools: ["read_repository"], context: { maxTokens: 60_000 }, doneWhen: "All keys that hold a digit or a placeholder are compared.", ...limits },
        { id: "numbers-check", kind: "verify", title: "Numbers looked up again", criteria: "The two quoted strings come from the same key and differ in the number, unit or placeholder as claimed; a local way to write numbers is no difference.", budget: { maxTokens: 80_000 } },
        { id: "verdict", kind: "synthesize", title: "Ship or not, per language", instructions: "Please give for each language a yes, a no or a 'yes, after these strings'. You keep the arguments of both readers where they are not of one mind.", budget: { maxTokens: 90_000 } },
      ],
      edges: [...locales.flatMap(([id]) => [`${id}-read > ${id}-check > verdict`, `${id}-doubt > ${id}-check`]), "numbers > numbers-check > verdict"],
      reportNode: "verdict",
    },
  ),
];
