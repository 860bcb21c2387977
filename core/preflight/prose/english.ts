import { wordsOf } from "./words.ts";

/** Words that hold English sentences together; none of them is common in another language that is written like it. */
const small = new Set(
  "the of and to is are was that it for with as this which be by from or not have has do does what when where how if each every all any one its their them they there these those you your must should only than then into about against before after between without at on".split(" "),
);
const foreign = new Set(
  "der die das und ist nicht ein eine den dem des für mit auf von zu werden jede jeder prüfe le la les des et est une un dans pour avec sur que qui pas chaque el los las una por para con del cada il lo gli che di ogni het een van niet voor elke och att det som inte w z na nie się jest om os em não uma".split(" "),
);

/** Words of short orders, which have few small ones: "Omit minority opinions." None of them is a word of another language. */
const ordering = new Set(
  "find search read write omit remove ignore ensure verify validate check compare collect gather summarize summarise provide review drop discard keep claims claim sources source findings finding results result documents document evidence quote quotes answer answers answered studies workers worker agents agent steps step opinions vendors customer customers using through between research investigate avoid presenting present reports reported returned returns finished finish done complete completed everyone everybody nobody everything nothing something both back been being were would could may might cannot never always please make sure mark show state give take use look say tell choose pick decide where who why because while until unless either neither other another some any more most less same different good bad clear true false right wrong new first next two three conflicting contradictory disagreement disagreements conflicts minority majority views view texts readers reader well formatted output outputs valid length headings spelling grammar tone style quality looks pass fail whole still running finally ended ends reached contradictions contradiction discrepancies differences silently quietly smooth iron bullets words sentences paragraphs under above below number equals count".split(" "),
);

/** Whether a text is English, as far as its small words tell; what is too short to tell is not. */
export function isEnglish(text: string): boolean {
  let english = 0;
  let other = 0;
  const words = wordsOf(text);
  for (const word of words) {
    if (small.has(word) || ordering.has(word)) english += 1;
    else if (foreign.has(word)) other += 1;
  }
  return english > other && english >= Math.max(1, words.length * 0.08);
}
