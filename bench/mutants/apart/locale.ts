import { goodPlan, type GoodPlan } from "../good-plan.ts";

/** Code, language, what goes wrong there in particular. */
const locales: readonly [string, string, string][] = [
  ["ar", "Arabic", "six plural forms, mirrored layout"],
  ["bg", "Bulgarian", "definite article as a suffix"],
  ["ca", "Catalan", "apostrophes and the punt volat"],
  ["cs", "Czech", "plural few/many/other, declined product names"],
  ["da", "Danish", "compounds broken in two"],
  ["de", "German", "Sie and du mixed, long labels"],
  ["el", "Greek", "accents dropped in capitals"],
  ["es", "Spanish", "opening question marks, usted or tú"],
  ["et", "Estonian", "fourteen cases around placeholders"],
  ["fi", "Finnish", "case endings glued to placeholders"],
  ["fr", "French", "narrow spaces before colon and semicolon"],
  ["he", "Hebrew", "gendered imperatives, right to left"],
  ["hi", "Hindi", "lakh grouping of digits"],
  ["hu", "Hungarian", "surname first"],
  ["id", "Indonesian", "no plural inflection, formal pronouns"],
  ["it", "Italian", "elided articles before placeholders"],
  ["ja", "Japanese", "keigo level, line breaking"],
  ["ko", "Korean", "particles that depend on the preceding sound"],
  ["lt", "Lithuanian", "four plural categories"],
  ["lv", "Latvian", "a plural form for zero"],
  ["nb", "Norwegian", "Danish leftovers"],
  ["nl", "Dutch", "je and u mixed, ij in capitals"],
  ["pl", "Polish", "genitive after five"],
  ["pt", "Portuguese", "Brazilian words in the European file"],
  ["ro", "Romanian", "comma below instead of cedilla"],
  ["sv", "Swedish", "a-z without å, ä, ö in sorting"],
  ["th", "Thai", "no spaces to break at, Buddhist years"],
  ["tr", "Turkish", "dotted and dotless i"],
  ["vi", "Vietnamese", "stacked diacritics cut off"],
];

const agent = { kind: "agent" as const, tools: ["read_repository", "read_source"], maxTurns: 10 };

/** A localisation check of 29 languages, drawn out: 120 nodes. */
export const localePlans: GoodPlan[] = [
  goodPlan(
    "locale",
    {
      question: "Which translated strings of the booking app are wrong, misleading or broken in each of the 29 languages?",
      requirements: [
        { id: "meaning", text: "Strings that say something else than the English original", isCritical: true },
        { id: "form", text: "Broken placeholders, plurals, dates, numbers" },
        ...locales.map(([code, language, trap]) => ({ id: `lang-${code}`, text: `${language} (${code}); mind: ${trap}`, kind: "item" as const })),
      ],
      scope: { tools: ["read_repository", "read_source", "run_tests"], collections: ["style-guide", ...locales.map(([code]) => `strings-${code}`)] },
      budget: { maxTokens: 150_000_000, maxCostMicroUsd: 1_500_000_000, maxMinutes: 1_200, maxAgents: 200, maxParallel: 12 },
    },
    {
      title: "Localisation check, 29 languages",
      strategy: {
        summary: "Per language three readers (original to translation, translation alone, placeholders) and one verifier; one report sorted by severity; a person releases it.",
        dimension: "language × way of reading",
        alternatives: [{ summary: "Back-translation by machine", whyNot: "It repairs exactly the mistakes that are looked for." }],
        doneWhen: "In every one of the 29 languages the whole file was read in all three ways and every reported string carries a verified quote of original and translation.",
      },
      nodes: [
        { id: "suite", ...agent, tools: ["run_tests"], title: "Run the formatting tests", rationale: "Free facts for the placeholder readers.", instructions: "Run the internationalisation tests for all languages and list each failing key with its language code.", context: { maxTokens: 8_000 }, output: { as: "json", schema: { type: "object", properties: { failing: { type: "array", items: { type: "string" } } } } }, maxTurns: 4, doneWhen: "29 languages ran." },
        ...locales.flatMap(([code, language, trap]) => [
          { id: `${code}-sense`, ...agent, title: `${language}: original against translation`, rationale: "Finds changed meaning.", covers: ["meaning", `lang-${code}`], instructions: `Read every ${language} string beside its English original, from the first key to the last. Report where a guest would act differently. Quote key, original, translation.`, context: { sources: [`strings-${code}`, "style-guide"], maxTokens: 20_000 }, doneWhen: "Keys read equals keys in the file." },
          { id: `${code}-native`, ...agent, title: `${language}: as a native reads it`, rationale: "Finds what only sounds right beside the English.", covers: ["meaning", `lang-${code}`], instructions: `Without looking at the English, say what each ${language} string promises or asks of the guest; flag those with two readings, a wrong register, or none that makes sense. Known trap: ${trap}. Strings that are fine are counted, not listed.`, context: { sources: [`strings-${code}`], maxTokens: 16_000 }, doneWhen: "Flagged plus fine equals the file." },
          { id: `${code}-slots`, ...agent, title: `${language}: placeholders, plurals, dates`, rationale: "Finds what breaks at run time.", covers: ["form", `lang-${code}`], instructions: `Take the failing keys for ${code} from the test results and explain each one; then go through placeholders, plural categories, dates and numbers yourself, minding: ${trap}.`, context: { sources: [`strings-${code}`], maxTokens: 16_000 }, doneWhen: "Each failing key explained, each plural key opened." },
          { id: `${code}-judge`, kind: "verify" as const, title: `${language}: independent reading`, rationale: "A reader who hasn't seen the argument.", criteria: `Do the quoted ${language} string and its original really differ, or break, in the way the finding describes? If a fluent reader could defend the translation, refute it.`, onRefuted: "drop" as const },
        ]),
        { id: "all-in", kind: "join", title: "All languages in", rationale: "Nobody is reported on before the others.", waitFor: "all" },
        { id: "findings", kind: "synthesize", title: "Findings by severity", rationale: "For translators and release management.", instructions: "Sort by harm to the guest, then by language. Keep contradicting opinions on one string together, both quoted. Languages without findings are named as such." },
        { id: "release", kind: "checkpoint", title: "Release to the translators", rationale: "29 agencies will bill us for acting on it.", asks: "Does the list hold up? Strike what an agency should not see." },
      ],
      edges: [...locales.flatMap(([code]) => [`suite > ${code}-slots > ${code}-judge`, `${code}-sense > ${code}-judge`, `${code}-native > ${code}-judge`, `${code}-judge > all-in`]), "all-in > findings > release"],
      reportNode: "findings",
    },
  ),
];
