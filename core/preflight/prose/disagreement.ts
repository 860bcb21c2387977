import type { NodeProse } from "./node-prose.ts";
import { isDenied } from "./says.ts";

const any = (...alternatives: string[]) => `(?:${alternatives.join("|")})`;
const pattern = (...parts: string[]) => new RegExp(parts.join(""), "i");
const within = (most: number) => `[^.;]{0,${most}}?`;

/** What doesn't agree, as noun, verb or quality. */
const conflict = any(
  "contradict\\w*|conflict\\w*|disagree\\w*|dissent\\w*|outliers?|(?<!\\b(?:formatting|spelling|stylistic|naming) )inconsisten\\w*|minority|oppos(?:e|es|ed|ing)\\b|the opposite|diverg\\w*|discrepanc\\w*|disput\\w*|deviat\\w*|differ(?:s|ed|ing)?\\b|clash\\w*|collid\\w+|collisions?|incompatib\\w*|irreconcilabl\\w*|mismatch\\w*|controvers\\w*|contested|anomal\\w*|tensions?|at (?:odds|variance)|rival (?:claims|views|figures|accounts|readings)|competing (?:claims|views|figures|accounts|readings|versions)",
  "(?<!\\b(?:formatting|spelling|stylistic|typographical|wording|minor|naming|cosmetic|layout|rounding|small|trivial|purely \\w+) )differences? (?:of (?:opinion|view)|between|among|in (?:the|their))|counter-?(?:evidence|examples?|arguments?|claims?)|(?:contrary|opposite|mixed|other|different|differing|alternative) (?:evidence|findings?|views?|voices?|results?|opinions?|claims?|readings?|versions?|positions?|figures?|values?|numbers?|answers?|conclusions?|dates|accounts?|outcomes?)|(?:say|says|saying|give|gives|giving|report|reports|state|states|claim|claims|name|names|reach|reached|come to|came to) (?:\\w+ )?(?:different|differing|opposite|other) \\w+|two (?:different )?(?:answers|values|figures|versions|numbers|dates)|(?:does not|do not|don['’]t|doesn['’]t|cannot|not) (?:agree|match|tally|add up|line up|coincide|fit together|square)|another (?:says|states|claims|gives|reports|has)|others? (?:say|deny|object|reject)s?|the other (?:side|view|version|reading|camp|position)|both sides|debates?\\b|disunity|discord|(?:accounts?|sources?|reports?|numbers?|figures?|documents?|values?|statements?|findings?|workers?|readings?|claims?|versions?|opinions?|experts?|studies|trials) (?:\\w+ ){0,2}?(?:vary|varies|varied|exclude each other|part ways|go apart|pull apart)|are divided|mutually exclusive|different directions|(?:evidence|findings|voices|arguments) (?:is |are )?on both sides|outvoted|stands? alone|against the majority|split (?:over|on|between)|doubters|s[kc]eptic\\w*",
);
const reader = "(?:readers?|users?|clients?|customers?|board|audience|management|executives?|committee|public|boss|decision[- ]makers?|requesters?|whoever reads|anyone|anybody|people)";

const away =
  "(?:ignor(?:e|ing)|discard(?:ing)?|drop(?:ping)?|omit(?:ting)?|leav(?:e|ing) (?:out|aside|unmentioned|away)|remov(?:e|ing)|skip(?:ping)?|suppress(?:ing)?|hid(?:e|ing)|conceal(?:ing)?|exclud(?:e|ing)|filter(?:ing)? out|throw(?:ing)? (?:out|away)|eliminat(?:e|ing)|smooth(?:ing)? (?:over|out|away|down)?|gloss(?:ing)? over|paper(?:ing)? over|iron(?:ing)? out|even(?:ing)? out|cut(?:ting)?|delet(?:e|ing)|disregard(?:ing)?|set(?:ting)? aside|put(?:ting)? aside|brush(?:ing)? (?:aside|over|away)|push(?:ing)? aside|sweep(?:ing)?|pass(?:ing)? over|average out|averag(?:e|ing)|withhold(?:ing)?|bur(?:y|ying)|mask(?:ing)?|play(?:ing)? down|downplay(?:ing)?|ton(?:e|ing) down|water(?:ing)? down|soften(?:ing)?|dismiss(?:ing)?|reject(?:ing)?|weed(?:ing)? out|prun(?:e|ing)|trim(?:ming)?|screen(?:ing)? out|strip(?:ping)?|purg(?:e|ing)|eras(?:e|ing)|scrub(?:bing)?|get rid of|do away with|keep quiet about|(?:keep|stay|remain|be) (?:silent|quiet|mum) (?:on|about|over)|say nothing (?:of|about|on)|make no mention of|(?:no|not a|without a) (?:word|mention) (?:of|about|on)|turn a blind eye to|avoid(?:ing)? (?:giving )?(?:the |any |an )?(?:impression|appearance|look) (?:that|of)|avoid (?:confusing|burdening|overwhelming|distracting|bothering|showing|presenting|reporting|including|mentioning|raising|exposing|discussing)|spare (?:the |our )?\\w+|silently resolve|merge away|forget(?:ting)?(?: about)?)";
const gone =
  "(?:ignored|discarded|dropped|omitted|left (?:out|aside|unmentioned|away)|removed|skipped|suppressed|hidden|concealed|excluded|filtered out|smoothed(?: (?:over|out|away))?|evened out|ironed out|glossed over|disregarded|deleted|cut|resolved (?:silently|quietly|internally)|settled (?:silently|quietly|internally)|averaged(?: out)?|merged away|withheld|buried|kept (?:quiet|back|internal|out|from)|played down|toned down|set aside|put aside|passed over|thrown (?:out|away)|eliminated|treated as (?:noise|errors?|mistakes?)|rejected|dismissed|unmentioned|not (?:to be )?(?:mentioned|shown|reported|included|listed|displayed|disclosed|visible|noted))";
const tell = "(?:mention|show|report|include|contain|hold|carry|discuss|bring up|raise|reveal|disclose|display|list|note|flag|surface|point out|point to|dwell on|expose|name|state|describe|present|talk about|write about|refer to|allude to|hint at|go into|elaborate on|draw attention to|let on)";
const telling = "(?:mentioning|showing|reporting|including|discussing|revealing|disclosing|displaying|listing|noting|flagging|pointing out|pointing to|naming|stating|presenting|referring to|going into)";
const not = "(?:do not|don['’]t|never|not to|must not|mustn['’]t|should not|shouldn['’]t|may not|need not|needn['’]t|no need to|not necessary to|not needed to|cannot|can['’]t|refrain from|without|avoid|instead of|rather than|is not to|are not to|not)";
const choose = "(?:pick|choose|keep|use|take|prefer|select|go with|present|report|settle (?:on|for)|adopt|trust|decide (?:for|on|in favou?r of)|opt for|favou?r|follow|side with|stick (?:to|with)|write|state|show|put|give|retain|print|let|rely on|commit to|accept|resolve|defer to|count)";
const one =
  "(?:only (?:the |one )?|(?:the )?(?:(?:most|more|less|best|better|least) \\w+|newer|older|later|earlier|likelier|likeliest|safer|higher|lower|better|best|mean|average|median|midpoint|middle|first|last|(?:one|claim|answer|value|figure|version|source|view|side) (?:with|that|which|you|most)|majority|consensus|mainstream|dominant|prevailing|stronger|strongest|newest|latest|oldest|larger|smaller|single|official)|whichever|whatever (?:is|seems|looks|appears)|one (?:of them|of the|version|side|view|answer|value|figure|number)|a (?:single|side|winner)|(?<!\\b(?:miss|lose|without|than|or|on|in|for|to|from|at|every|each|any|no) )one\\b(?= (?:and|of|per|for|in|only|that|which|you|by)\\b|[,.;:)]|$))";

/** Divergence has to stand in the sentence, or in the one before. */
const choosing = [
  pattern("\\b", choose, "\\b(?:(?!\\b(?:not|never|don['’]t|both|each)\\b)[^.;]){0,45}?\\b", one),
  pattern("\\b", one, within(30), "\\b(?:wins?|prevails?|counts|decides|is (?:kept|used|taken|right|reported|correct)|takes precedence|goes in(?:to)?|stands|has the last word)\\b"),
  /\b(?:by|to|with|into|as|through|in favou?r of|using|via) (?:an? |the )?(?:simple )?(?:majority|vote|voting|average|averaging|mean|median|compromise|midpoint|picking|choosing|middle|single \w+|one \w+)\b/i,
  /\b(?:quote|mention|name|cite) (?:just|only) one\b/i,
  /\bcome down on (?:one|a)\b|\b(?:leave|drop|omit|discard|delete|remove|strike) (?:both|either|the two|the pair)\b/i,
  /\b(?:resolve|settle|decide|choose|pick|fix)\b[^.;]{0,15}?\b(?:silently|quietly|tacitly|discreetly|yourself|on your own)\b/i,
  /\b(?:present|report|write|state|treat|describe|show)\b[^.;]{0,40}?\bas (?:\w+ly )?(?:settled|certain|agreed|established|facts?|final|unanimous|undisputed|consensus)\b/i,
  /\b(?:harmoni[sz]e|reconcile|blend|merge|unify|average|fuse|combine|melt)\b/i,
  /\b(?:leave|drop|cut|throw|let|set|put|push|take|rule|keep)\b (?:the |any |all )?(?:other|others|rest|remaining|older|weaker|losing|second|less \w+)(?: (?:one|ones|claims?|versions?|values?|figures?|sides?|views?))? (?:out|aside|away|off|go|fall|unmentioned)\b/i,
  pattern("\\b(?:weaker|older|newer|other|lesser|loser|losing|remaining|deviating|rest|less \\w+|second)\\b[^.;]{0,25}?\\b", any(gone, "goes|falls away|is to go|away")),
];

/** Divergence put out of sight, wherever the sentence says so. */
const hiding = [
  pattern("\\b", away, "\\b(?! (?:nothing|none|no\\b|neither))(?:(?!,? (?:and|but|yet) (?:show|mark|name|say|flag|state|quote|list|keep|report)\\b|\\b(?:because|just|only|duplicates?)\\b)[^.;]){0,60}?\\b", conflict),
  pattern("\\b", conflict, within(60), "\\b(?:(?:should|can|may|must|is|are|be|get|gets|to be|to|has|have|been|which|that|will|stays?|remains?)\\s+)+(?:then |simply |just |silently |quietly |always |best |all )?", gone),
  pattern("\\b", conflict, "\\b(?:(?!\\b(?:not|never|n['’]t)\\b)[^.;]){0,40}?\\b(?:out of (?:the|your|sight|view)|away from|to yourself|internal(?:ly)?|behind the scenes|unmentioned|in-house|off the page|between us|under the (?:rug|carpet)|as noise|as (?:an? )?(?:\\w+ )?(?:mistakes?|errors?|slips?|typos?)\\b)"),
  pattern("\\b", not, " (?:\\w+ )?", any(tell, telling), "\\b(?:(?!\\b(?:as|when|where|if|while|without|unless|until|before|only|because|than|by)\\b)[^.;]){0,30}?\\b", conflict),
  pattern("\\b", conflict, within(45), "\\b(?:(?:is|are|should|must|need|needs|may|do|does|will|can|has|have)(?: not|n['’]t)|never|nowhere|no longer|not)\\b(?: (?:be|to be|to|get|need to be|have to be|been|ever|make it|even be|openly|explicitly|worth|a)){0,2} (?:mention\\w*|shown?|visible|report(?:ed)?|appear\\w*|surface\\w*|belong\\w*|place in|part of|included?|listed|disclosed?|noticeable|of (?:any )?interest|matter|known|told|raised|come up|get into|find their way|enter)\\b"),
  pattern("\\b", conflict, within(30), "\\b(?:has|have) no place\\b|\\b", conflict, within(30), "\\bno (?:business|room) in\\b"),
  pattern("\\b(?:do not|don['’]t|never|no need to|need not|needn['’]t|not) (?:trouble|bother|confuse|burden|worry|distract|irritate|unsettle|tire|bore)\\b", within(40), "\\b", conflict),
  pattern("\\b(?:keep|leave|hold|shield|protect|spare|save)\\b", within(50), "\\b", conflict, within(20), "\\b(?:out|away|from|to yourself|internal|behind|unmentioned)\\b"),
  pattern("\\b(?:keep|shield|protect|spare|save|hide)\\b", within(20), "\\b", reader, within(20), "\\b", conflict),
  pattern("\\b", not, " (?:tell|inform|let|alert|warn|remind)\\b", within(15), "\\b", reader, "\\b", within(40), "\\b", conflict),
  pattern("\\b(?:leave|leaving|set|setting|put|putting|push|pushing|brush|brushing|lay)\\b[^.;,]{0,12}?\\b", conflict, "[^.;,]{0,25}?\\b(?:aside|out|away|off|on one side)\\b"),
  pattern("\\bno (?:footnotes?|notes?|remarks?|comments?|sections?|hints?|talk|mention|discussion|trace|sign|warnings?|caveats?) (?:on|about|of|for|to|regarding|concerning)\\b", within(20), "\\b", conflict),
  pattern("\\b(?:resolve|settle|decide|clear up|sort out)\\b", within(20), "\\b", conflict, within(20), "\\bbefore (?:(?:you )?writ\\w+|the report)"),
  pattern("\\b", reader, "\\b", within(25), "\\b(?:need not|needn['’]t|should not|shouldn['’]t|must not|mustn['’]t|never|cannot|can['’]t|(?:does|do|is|are|has|have)(?: not|n['’]t)(?: need| have| want| supposed| to)*)\\b", within(40), "\\b", conflict),
  pattern("\\b(?:(?:must|should|shall|may|can|will) be|contains?) no (?:open |visible |unresolved |remaining |apparent |more )?(?:\\w+ )?", conflict),
  pattern("\\bfree (?:of|from) (?:any |all )?(?:\\w+ )?", conflict),
  pattern("\\b", conflict, within(50), "\\bnot (?:in|into|for) (?:the|this|your|our) (?:report|text|answer|summary|reader|result|final)"),
  /\b(?:make|keep|ensure|render)\b[^.;]{0,40}?\b(?:internally|fully|entirely|completely) consistent\b/i,
  /\b(?:unify|harmoni[sz]e|homogeni[sz]e|streamline) (?:the |all |their |what )?(?:\w+ )?(?:findings|claims|statements|views|answers|results|positions|accounts|opinions)\b/i,
  /\b(?:the )?(?:answer|direction|view|figure|value|position|reading|statement|version|number|opinion) (?:that |which )?(?:is (?:held|given|shared) by )?(?:most|the majority|more than half|the bulk)\b/i,
  /\b(?:the )?(?:most (?:frequent|common|popular)|majority) (?:\w+ )?(?:counts|wins|decides|prevails|is (?:used|taken|reported|kept|right))\b|\bonly the (?:winning|stronger|strongest|dominant|majority|prevailing|winner)\b/i,
  /\bone (?:clear )?(?:answer|view|voice|figure|number|story|opinion|position),? (?:and )?not (?:a|an|two|several|many|both|the)\b/i,
  pattern("\\bwithout\\b", within(30), "\\b(?:telling|letting|informing|bothering|warning)\\b", within(20), "\\b", reader),
  pattern("\\b(?:resolve|settle|clear up|sort out|decide|reconcile|fix|handle|deal with)\\b", within(40), "\\b", conflict, within(30), "\\b(?:silently|quietly|tacitly|internally|discreetly|yourself|on your own|behind|without (?:a word|mention\\w*|saying so|comment\\w*|telling|noting|flagging))\\b"),
  pattern("\\b(?:silently|quietly|tacitly|discreetly) (?:resolve|settle|clear up|sort out|decide|reconcile|fix|drop|remove|merge|correct)\\b"),
  pattern("\\b", away, "\\b", within(40), "\\b(?:that|which|what|whatever|anything|everything|those|claims?|findings?|figures?|results?)(?: that| which)? (?:do not|does not|don['’]t|doesn['’]t|fails? to|won['’]t|cannot|can['’]t) (?:fit|match|agree|align|conform|support|belong|suit|go (?:with|together)|square|tally|confirm)"),
  pattern("\\b", choose, " only (?:the |what the |what )?(?:majority|consensus|dominant|prevailing|mainstream|most common|agreed|stronger|strongest|winning|common)\\b"),
  /\b(?:smooth|gloss|paper|iron|plane|even|polish|file) (?:over|out|away|off)\b[^.;]{0,30}?\b(?:differences?|divergences?|tensions?|contrasts?|edges|variations?|details)\b/i,
  /(?<!\b(?:if|where|when|there are|there is|are there|is there)\s)\bno (?:conflicting|contradict\w+|contrary|dissenting|opposing|competing) (?:\w+ )?(?:statements?|claims?|views?|findings?|figures?|voices?|opinions?|positions?)\b[^.;]{0,10}?\b(?:in|within) (?:the|this|your) (?:text|report|answer|summary|result)\b/i,
  /\bonly\b[^.;]{0,50}?\b(?:(?:all|both|everyone|everybody|every \w+|most|several|the (?:workers|sources|agents))\b[^.;]{0,30}?\bagrees?\b|agreed (?:on|upon)|unanimous\w*|undisputed|uncontested|uncontroversial|unequivocal)/i,
  /\b(?:only|just)\b[^.;]{0,25}?\b(?:the )?(?:majority|consensus)\b(?: view| opinion| position| answer)?/i,
  /\b(?:go(?:es)? (?:with|by)|follow|side with|defer to) (?:the )?(?:majority|consensus|bulk of|mainstream|prevailing|most (?:frequent|common|popular))\b|\b(?:let )?the majority (?:rules?|decides?|wins?)\b|\bmajority (?:rule|vote) (?:applies|decides|settles)\b/i,
  /\b(?:one|a)[ -](?:single[ -],? ?)?(?:coherent|consistent|unified|uniform|united|clean|clear|unambiguous|seamless|harmonious|smooth|straight|unbroken)(?:,? (?:and )?\w+)? (?:story|narrative|picture|message|line|answer|voice|account|front|position|version|view|opinion)\b/i,
  /\b(?:speaks?|talk|write|written|sounds?|reads?|told|comes?) (?:with|in|from|like) (?:one|a single|a unified|one single) (?:voice|mind|hand|pen|tongue)\b|\bof one mind\b|\bunited front\b|\b(?:single|one) version of the truth\b/i,
  /\b(?:as (?:if|though)|(?:give|create|convey|leave) the impression)\b[^.;]{0,50}?\b(?:agree[sd]?|agreement|unanim\w*|one mind|consisten\w*|settled|(?:no|never (?:been )?(?:any|an?)) (?:doubt|conflict|disagreement|dispute|debate|question)|undisputed|uncontested|certain|consensus|harmony|(?:only )?(?:one|a single) (?:source|voice|view|opinion|answer|position|reading|side)|in line)\b/i,
  /\b(?:appears?|looks?|seems?|sounds?|reads?) (?:\w+ ){0,2}(?:unanimous|united|undisputed|uncontested|uncontroversial|settled|unequivocal)\b/i,
  /\b(?:pick|choose|take|commit to|settle on|stick (?:to|with)|decide (?:for|on)|side with) (?:a|one|only one|the (?:stronger|likelier|better|more \w+|most \w+|majority)) (?:side|reading|camp|position|story|line|winner|narrative|sides)\b|\btake sides\b/i,
  /\b(?:one|a single|exactly one|just one|only one) (?:answer|value|figure|number|version|view|statement|date|position)\b[^.;]{0,40}?\b(?:even|regardless|no matter|whatever the|however many)\b/i,
  /\b(?:avoid|no|omit|drop|without|skip|leave out|don['’]t use|do not use|never (?:use|write))\b[^.;]{0,20}?(?:\bhedg\w+|["“‘']?\bon the (?:one|other) hand\b|\bifs and buts\b|\bback and forth\b|\bto and fro\b)/i,
];

/** Both sides kept in sight, whatever else is chosen. */
const shown = pattern(
  "\\b(?:keep|show|report|name|list|state|present|mark|flag|note|quote|cite|give|record|include|mention|explain|set out|lay out|document|preserve|retain|say|tell|add|describe|write|display|print|shown?|named?|marked|noted|stated|listed|reported|given|kept|quoted|cited|flagged|mentioned|recorded|stay|remain)\\b(?:(?!\\b(?:leave|leaving|drop|discard|ignore|omit|remove|delete|cut|hide|forget|skip|not|never|without)\\b)[^.;]){0,45}?",
  "\\b(?:both|each(?! other)|either|every|all (?:of them|sides|versions|values|figures|positions)|the (?:other|older|newer|second|rest|minority|losing|rejected|difference|disagreement|conflict|contradiction|deviation|discrepanc\\w+|dissent|dispute|choice|reason|alternative)s?|so\\b|why|that they|side by side|together|as (?:such|open|disputed|contested|unresolved|undecided|a conflict)|openly|visible|explicit(?:ly)?|in (?:a|its own|their own|the) (?:section|footnote|note|row|line|column|appendix|table)|next to each other|unresolved)\\b|",
  "\\b(?:keep|show|report|name|list|state|present|mark|flag|note|quote|cite|record|include|mention|explain|set out|lay out|document|preserve|retain|describe|display) (?:\\w+ ){0,3}(?:conflicts?|contradictions?|disagreements?|discrepanc\\w+|divergences?|dissent|disputes?)\\b(?! (?:are|is|out|away))|\\b(?:say|state|show|name|mark|note|flag|report|list|point out|explain)(?: clearly| explicitly| openly)? (?:where|how|which|when|that)\\b",
);
const openly = /\b(?:shown?|named?|marked|noted|stated|listed|reported|given|kept|quoted|cited|flagged|mentioned|recorded|stays?|remains?) (?:\w+ ){0,3}(?:side by side|openly|visibly|in full|as such|with (?:both|each)|too|as well|beside|next to)\b/i;

const keepsBoth = /\b(?:both|either|the (?:other|older|newer|second|rest|losing|rejected)|side by side|dissent\w*|as (?:such|open|disputed|contested|unresolved))\b/i;
const divergence = pattern("\\b", conflict);
const pointsBack = /\b(?:it|this|that|these|those|them|one|either|both|the (?:other|rest|weaker|older|newer|stronger|better|more \w+|most \w+|majority|average|mean|median|latter|former))\b/i;
const tellsNothing = pattern("^(?:\\W*(?:then|so|just|simply|please|and|but|in (?:such|these|those|this|that) (?:cases?|situations?|events?)|there|here),? )*(?:you )?", any(away, `${not} (?:\\w+ )?${any(tell, telling)}`, "(?:resolve|settle|decide|handle) (?:them|these|this|it|those) (?:silently|quietly|internally|yourself)", "(?:keep|leave|hold) (?:it|them|this|that|these|those) (?:away|out|from|to yourself|internal|quiet|aside)"), "\\b");

/**
 * The words by which a text asks for a result in which nothing disagrees; null where it asks for none, keeps both sides in
 * sight, or speaks a language that isn't known here.
 */
export function hidesDisagreement({ isEnglish, sentences }: Pick<NodeProse, "isEnglish" | "sentences">): string | null {
  if (!isEnglish) return null;
  for (const [index, sentence] of sentences.entries()) {
    const own = divergence.test(sentence);
    const before = sentences[index - 1] ?? "";
    const isAbout = own || (divergence.test(before) && (pointsBack.test(sentence) || isHeading(before)));
    const isOpen = isShown(sentence) || [sentences[index + 1] ?? "", own ? "" : before].some((near) => isShown(near) && (keepsBoth.test(near) || divergence.test(near)));
    const said = firstSaid(sentence, hiding) ?? (isAbout && !own ? firstSaid(sentence, [tellsNothing]) : null) ?? (isAbout && !isOpen ? firstSaid(sentence, choosing) : null);
    if (said !== null) return said;
  }
  return null;
}

/** "Conflicts:" or "Discrepancies?" says what the next sentence is about. */
const isHeading = (sentence: string) => !sentence.endsWith(".") && sentence.split(/\s+/, 6).length <= 5;

function firstSaid(sentence: string, patterns: readonly RegExp[]): string | null {
  for (const known of patterns) {
    const match = known.exec(sentence);
    if (match !== null && !isDenied(sentence.slice(0, match.index))) return match[0];
  }
  return null;
}

function isShown(sentence: string): boolean {
  const match = shown.exec(sentence) ?? openly.exec(sentence);
  return match !== null && !isDenied(sentence.slice(0, match.index)) && !/\b(?:only|just) (?:the|one|a)\b/i.test(match[0]);
}
