import type { Edge } from "../../workflow/edge.ts";
import type { Node } from "../../workflow/node.ts";
import { isUnknown } from "../../workflow/unknown-value.ts";
import type { Fix } from "../finding.ts";
import { fix } from "../fix.ts";
import { freeId, freeInput } from "../../workflow/free-name.ts";
import type { GraphView } from "../graph-view.ts";
import { isTaken } from "../input-use.ts";
import { toolsOf } from "../node-tools.ts";
import { instructionFieldOf, proseOf } from "../prose/node-prose.ts";
import { topicOf } from "../prose/words.ts";
import { rememberPerNode } from "../prose/remember.ts";
import { found, onNode, unknownIn, type Examined, type Rule, type RuleFinding } from "../rule.ts";

/** Instructions that lean on something which never comes: the worker makes it up, and says so nowhere. */
export const namesWhatItLacks: Rule = {
  id: "context/names-what-it-lacks",
  severity: "error",
  reads: "prose",
  why: "Told to use what it doesn't have, a model makes it up.",
  examine: (examined) => {
    const { nodes } = examined.graph;
    const idByName = new Map(nodes.flatMap(({ id, title }) => [[id, id], [id.replaceAll("-", "_"), id], [title.toLowerCase(), id]]));
    return found(
      nodes.flatMap((node) => (proseOf(node).text === "" ? [] : [...missingReferences(node, idByName, examined), ...missingWords(node, idByName, examined)])),
      unknownIn(nodes, "the instructions", instructionFieldOf),
    );
  },
};

const reference = /\{\{\s*([A-Za-z_][\w.-]*)\s*\}\}|\$\{\s*((?:inputs?|steps?|nodes?|outputs?)\.[\w.-]+)\s*\}/g;
/** What is there for every step, by whatever name. */
const always = new Set(["question", "brief", "requirement", "requirements", "scope", "sources", "today", "date", "now", "language"]);

/** References of a template: to an input or a step they are errors, other names in braces may be the subject itself. */
function missingReferences(node: Node, idByName: ReadonlyMap<string, string>, examined: Examined): RuleFinding[] {
  const names = referencesIn(node);
  if (names.length === 0) return [];
  const received = receivedNames(node, examined.view);
  return names.flatMap((name): RuleFinding[] => {
    const [first = "", second] = name.split(".");
    const isInput = second !== undefined && /^(?:inputs?|steps?|nodes?|outputs?)$/.test(first);
    const root = isInput ? second : first;
    if (received.has(root) || received.has(root.replaceAll("-", "_")) || (!isInput && (always.has(root) || root === "inputs"))) return [];
    const message = `The instructions of "${node.title}" name {{${name}}}, which it doesn't receive.`;
    const sourceId = idByName.get(root);
    return [{ ...onNode(node, message, sourceId === undefined ? [] : handedOver(sourceId, node, examined)), severity: isInput || sourceId !== undefined ? "error" : "warning" }];
  });
}

/** Names under which a step receives something: of its edges, of its containers' edges, and what containers bind (SPEC C1, C4). */
function receivedNames(node: Node, view: GraphView): ReadonlySet<string> {
  const names = new Set<string>();
  const add = ({ as, from }: Edge) => names.add(as).add(from).add(from.replaceAll("-", "_"));
  for (const edge of view.incoming(node.id)) if (isTaken(edge, view)) add(edge);
  for (const container of view.ancestors(node)) {
    for (const edge of view.incoming(container.id)) add(edge);
    for (const name of container.kind === "map" ? ["item", "index"] : ["iteration", "previous"]) names.add(name);
  }
  return names;
}

const givenWords =
  /\b(?:(?:list|claims?|findings|results?|notes|summar(?:y|ies)|outputs?|drafts?|tables?|data|reports?|transcripts?|extracts?|answers|candidates|rows|entries|items|ranking|shortlist|longlist|overview|selection|scores?|matrix|inventory|timeline|dataset|figures|material|memo|transcripts?|interviews?|forecast|glossary|taxonomy) (?:that |which )?(?:you (?:have )?(?:received|(?:were|are|have been) (?:given|handed|sent|passed))|(?:handed|passed|sent|given) to you|above(?!\s+(?:\d|an?\b|the\b|average|zero))|(?:from|of|by|produced by|made by|found by) (?:the |all |all the )?(?:previous|earlier|prior|preceding|other|first|last|upstream) (?:steps?|workers?|agents?|nodes?|readers?|researchers?|stages?|phases?|branch(?:es)?|passes|pass|one))|(?:provided|supplied|produced|made|written|handed over|passed on|returned|collected|gathered|found|compiled) (?:by|in|during) (?:the |all )?(?:previous|prior|earlier|other|first|last|preceding|upstream) (?:steps?|workers?|agents?|nodes?|readers?|researchers?|stages?|phases?|tasks?)|based on (?:the|these|those|your) (?:earlier|previous|prior|above|preceding) (?:findings|results?|analysis|analyses|outputs?|steps?|research|claims|summary|summaries|list|answers?)|(?:the )?(?:previous|preceding|earlier|prior|upstream) (?:step|worker|agent|node|stage|phase)(?:['’]s|s['’])? (?:findings|results?|outputs?|claims?|notes|summary|answers?|list)|what (?:the )?(?:others|other (?:workers|agents|readers)|previous (?:step|worker|agent)|earlier steps?) (?:found|wrote|returned|said|collected)|(?:the )?(?:other|previous) (?:workers|agents|readers|researchers)['’] (?:findings|results|claims|outputs?|notes|answers)|the (?:previously|already) (?:collected|gathered|extracted|found|produced) \w+|(?:that )?you (?:(?:are|were|have been|will be) (?:given|handed|sent|passed|provided with)|(?:get|receive|have received) (?:the|a|from|as))|(?:is|are|was|were) given(?= ?[.;:,]|$| to you| as)|with (?:the |all )?[\w -]{2,40} (?:at|in) hand|(?:which|that) you (?:(?:have )?(?:received|got|obtained)|(?:were|are|have been) (?:given|handed|sent|passed))|(?:is|are) in your inputs?|in your inputs? (?:is|are|stands?|lies))\b/i;
/** What may stand for anything that a step reads, what may stand for anything that is handed on, and what is always one thing. */
const general = "files?|documents?|texts?|materials?|data|pages?|sections?|content|information|excerpts?|records?|papers?";
const handedOn = "lists?|tables?|reports?|notes|results?|findings|figures|overview|summary";
const special =
  "spreadsheets?|workbooks?|sheets?|csvs?|pdfs?|images?|screenshots?|slides?|slide decks?|decks?|presentations?|zips?|archives?|photos?|photographs?|pictures?|recordings?|videos?|scans?|letters?|contracts?|agreements?|memos?|e-?mails?|mails?|messages?|invoices?|receipts?|forms?|questionnaires?|surveys?|transcripts?|exports?|dumps?|datasets?|diagrams?|charts?|maps?|blueprints?|drawings?|models?|templates?|checklists?|annex(?:es)?|appendix|appendices|exhibits?|brochures?|leaflets?|offers?|quotations?|certificates?|policy|policies|handbooks?|manuals?|minutes|logs?|drafts?|folders?|backups?|affidavits?|depositions?|handouts?|cvs?|r[ée]sum[ée]s?|dossiers?|briefings?|bundles?|portfolios?|white ?papers?|binders?|sketch(?:es)?|plans?|quotes?|bills?|statements?|articles?|books?|chapters?|code|scripts?|samples?|references?|instructions|guidelines?|rules?|profile|profiles|price lists?";
const handed = "attached|enclosed|uploaded|appended|annexed|accompanying|pasted|forwarded|sent along|emailed|mailed|hereto|shared with you|supplied with (?:this|the)|provided with (?:this|the)";
const someone = "(?:I|we|they|the (?:client|customer|user|team|requester|author|board|manager)|management|somebody|someone)";
/** What can only have been attached: nothing in a run is, and no collection is meant. */
const attachedThing = new RegExp(
  [
    `\\b(?:${handed}) (?:[\\w-]+ ){0,2}?(?:${special})\\b`,
    `\\b(?:${special}) (?:(?:that|which) )?(?:(?:is|are|was|were|has been|have been) )?(?:${handed})\\b`,
    `\\b(?:${special}|${handedOn}|${general}) (?:that |which )?${someone} (?:have |has |had |just )?(?:sent|shared|uploaded|attached|provided|gave|given|forwarded|e-?mailed|mailed|dropped|left|pasted|handed|put)\\b`,
    `\\b(?:${special}|${handedOn}|${general}) (?:shown |given |pasted |printed |reproduced |included )?below\\b(?! (?:\\d|the\\b|an?\\b|zero\\b|average\\b))`,
    `\\b(?:the |an? |this |see |per |in |with )(?:attached|enclosed|annexed|appended) (?!(?:\\w+ )?(?:${general}|${handedOn})\\b)[a-z][\\w-]+`,
    "\\b(?:files?|spreadsheets?|folders?|sheets?|workbooks?|slide decks?) (?:named|called|titled|labell?ed|entitled) [\"'“‘`]?[\\w.-]+",
    "\\b(?:at the (?:end|bottom|top)|in the body|included|contained|quoted) (?:of|in|with) (?:this|my|our|the same) (?:message|prompt|text|mail|e-?mail|letter|note|assignment|request)\\b|\\b(?:comes|came|delivered|supplied|provided|sent|included|handed over) (?:together |along )?with (?:this|your|the) (?:message|prompt|mail|e-?mail|assignment|request|order|errand)\\b",
    `\\b(?:find|send|sending|finds) (?:you )?(?:it |them )?(?:attached|enclosed)\\b`,
    `\\b(?:${special})\\b[^.;\\n]{0,40}?\\b(?:which|that) (?:is|are|was|were) (?:${handed})\\b`,
    `\\b(?:see|use|consult|open|read|in|from|per|check|study) (?:the )?(?:annex|appendix|attachment|enclosure|exhibit|schedule) ?(?:[A-Z]|\\d{1,2}|[IVX]{1,4})\\b`,
    "\\b(?:on|in|from|at) (?:the |my |our |your )?(?:shared (?:drive|folder)|network (?:drive|share)|usb stick|memory stick|dropbox|google drive|sharepoint|onedrive|inbox|mailbox|desktop|downloads? folder|clipboard|whiteboard)\\b",
    "\\b[\\w-]+\\.(?:csv|tsv|xlsx?|xlsm|docx?|pptx?|pdf|zip|odt|ods|rtf|eml|msg|parquet|sqlite|mp3|mp4|wav|png|jpe?g|heic|tiff?)\\b",
    "(?<![\\w.:/])(?:/(?:data|mnt|tmp|home|users|var|files|uploads?|srv|opt|media|volumes)/[\\w./-]+|~/[\\w./-]+|[A-Z]:\\\\[\\w.\\\\-]+|(?:s3|gs|file|smb)://[\\w./-]+)",
  ].join("|"),
  "i",
);
const attached = (nouns: string) => `\\b(?:${handed}) (?:[\\w-]+ ){0,2}?(?:${nouns})\\b|\\b(?:${nouns}) (?:(?:that|which) )?(?:(?:is|are|was|were) )?(?:${handed})\\b`;
const attachedWords = new RegExp(`${attached(general)}|\\b(?:my|our) (?:\\w+ )?(?:spreadsheets?|workbooks?|notes|files?|memos?|drafts?|slides?|presentation|screenshots?|e-?mails?)\\b|\\b(?:see|use|read|open|refer to|as) (?:it |them )?attached\\b|\\bthe following (?:${special}|${handedOn}|${general}):?\\s*$`, "i");
/** The same of what another step may have handed on. */
const attachedResult = new RegExp(`${attached(handedOn)}|\\b(?:the |this |that |your )(?:attachments?|enclosures?)\\b(?! (?:of (?:a|an|the) (?:mails?|e-?mails?|messages?)|may|can|size))`, "i");
const namedSteps = /\b(?:from|by|step|worker|node|agent|outputs? of|results? of|findings of|claims of|list of|given by|what)\s+(?:the )?(?:(?:step|worker|node|agent)\s+)?["“'‘`]([^"”“'’`\n]{2,120})["”'’`]/gi;

/** A step called by what it does: "the output of the pricing agent", "the legal reviewer's notes". */
const describedSteps =
  /\b(?:outputs?|results?|findings|claims|notes|lists?|shortlists?|longlists?|summar(?:y|ies)|answers?|tables?|reports?|drafts?|scores?|rankings?|analysis|overview|selection|memo|assessment|inventory|timeline)(?: is| was| are| were)? (?:of|from|by|made by|produced by|provided by|written by|compiled by|prepared by|drawn up by|handed over by) (?:the |our |your )?((?:[\w-]+ ){1,3})(?:agent|worker|step|node|stage|researcher|analyst|reviewer|team|specialist|expert)s?\b|\b(?:outputs?|results?|findings|claims|notes|lists?|shortlists?|longlists?|summar(?:y|ies)|answers?|tables?|reports?|drafts?|scores?|rankings?|analysis|overview|selection|memo|assessment|inventory|timeline) (?:(?:made|produced|provided|written|compiled|prepared|drawn up|handed over|left) by the |that the )((?:[\w-]+ )?[\w-]*(?:ist|er|or|ian|ant|scout|team|desk))(?: (?:drew up|wrote|made|compiled|produced|prepared|found|collected|left|handed over|put together))?\b(?=[ ,.;:])|\b(?:the|our) ((?:[\w-]+ ){1,3})(?:agent|worker|step|node|stage|researcher|analyst|reviewer|specialist)(?:['’]s|s['’]) (?:outputs?|results?|findings|claims|notes|list|summary|answers?|table|report|draft|scores?|ranking|analysis)\b/gi;
/** Something that somebody who is no step is said to have handed over: "you have received the transcripts from the field team". */
const sentBy = /\b(?:received|given|handed|sent|got|provided with|supplied with)\b[^.;\n]{2,60}?\b(?:from|by) (?:the |our |your )?((?:[\w-]+ ){0,2}(?:team|desk|department|unit|lab|colleagues|office|group|crew|staff|committee))\b/gi;
/** Not a name: any of those before it. */
const anyStep = /^(?:previous|earlier|prior|preceding|other|others|first|second|third|last|upstream|parallel|all|each|every|same|different|next|following|this|that|these|those|any|one|two|three|both|several|single|another|such|own|final|main|independent|human|many|few)$/i;

const referencesIn = rememberPerNode((node) => [...new Set([...proseOf(node).text.matchAll(reference)].map(([, braced, dollar]) => braced ?? dollar ?? ""))]);

/** What English instructions speak of as handed over, attached, or found by a step that they name. */
const wordsIn = rememberPerNode((node) => {
  const { text, isEnglish } = proseOf(node);
  if (!isEnglish) return { given: null, attached: null, result: null, thing: null, named: [], described: [] };
  const named = [...text.matchAll(namedSteps)].map(([, name = ""]) => name.trim().toLowerCase());
  const described = [...[...text.matchAll(describedSteps)].map(([, one, other, third]) => one ?? other ?? third ?? ""), ...[...text.matchAll(sentBy)].map(([, sender = ""]) => sender)].map((name) => name.trim()).filter((name) => name.split(/\s+/).every((word) => !anyStep.test(word)));
  return { described, given: givenWords.exec(text)?.[0] ?? null, attached: attachedWords.exec(text)?.[0] ?? null, result: attachedResult.exec(text)?.[0] ?? null, thing: attachedThing.exec(text)?.[0] ?? null, named };
});

/** Words that speak of something handed over, where nothing is. */
function missingWords(node: Node, idByName: ReadonlyMap<string, string>, examined: Examined): RuleFinding[] {
  const { graph, view } = examined;
  const { given, attached: enclosed, result, thing, named, described } = wordsIn(node);
  if ((given ?? enclosed ?? result ?? thing) === null && named.length === 0 && described.length === 0) return [];
  if (node.kind !== "agent" || isUnknown(node.context)) return [];
  const warn = (message: string, fixes: Fix[] = []): RuleFinding[] => [{ ...onNode(node, message, fixes), severity: "warning" }];
  const hasInput = node.parent !== undefined || view.incoming(node.id).some((edge) => isTaken(edge, view));
  if (given !== null && !hasInput) return warn(`"${node.title}" is told of "${given}" and receives nothing from any step.`);
  const canRead = hasInput || node.context.sources.length > 0 || toolsOf(node).length > 0;
  if (given !== null && hasInput && !isBrought(given, node, view)) return warn(`"${node.title}" is told of "${given}", and nothing of the kind comes to it.`);
  if (enclosed !== null && !canRead) return warn(`"${node.title}" is told of "${enclosed}" and has no source, tool or input to read it from.`);
  if (result !== null && !hasInput && !isNamedElsewhere(result, node, examined)) return warn(`"${node.title}" is told of "${result}", which nothing hands to it.`);
  if (thing !== null && !isNamedElsewhere(thing, node, examined)) return warn(`"${node.title}" is told of "${thing}", which nothing hands to it.`);
  const nobody = described.find((name) => !isCalledSo(name, node, examined));
  if (nobody !== undefined) return warn(`"${node.title}" is told of what "${nobody}" hands over, and no step is called so.`);
  const stranger = named.map((name) => idByName.get(name)).find((id) => id !== undefined && id !== node.id && !isNear(id, node, view));
  if (stranger === undefined) return [];
  return warn(`"${node.title}" is told of what "${graph.nodes.find(({ id }) => id === stranger)?.title}" found and doesn't receive it.`, handedOver(stranger, node, examined));
}

/** Things so particular that a step which makes one says so. */
const particular = /\b(?:rank(?:ing|ed|s)?|shortlist|longlist|scor(?:e|es|ing)|matrix|inventory|timeline|transcripts?|drafts?|memo|dataset|forecast|taxonomy|glossary|budget|interviews?)\b/i;

/** Whether what is spoken of is a thing of any kind, or one that a step which comes before it speaks of, too. */
function isBrought(given: string, node: Node, view: GraphView): boolean {
  const thing = particular.exec(given)?.[0].toLowerCase().slice(0, 4);
  if (thing === undefined) return true;
  const before = [...view.before([node, ...view.ancestors(node)], { along: "data" })];
  const names = [node, ...view.ancestors(node)].flatMap(({ id }) => view.incoming(id).map(({ as }) => as));
  return before.length === 0 || before.some((source) => source.kind === "opaque" || source.kind === "subworkflow" || source.kind === "tool" || source.kind === "code" || (source.kind === "agent" && proseOf(source).text === "")) || [...names, ...before.map((source) => JSON.stringify(source))].some((text) => text.toLowerCase().includes(thing));
}

/** Whether the words by which a step is described are among those of another step, of an input or of what this one reads. */
function isCalledSo(name: string, node: Node, { graph, view, brief }: Examined): boolean {
  const wanted = topicOf(name);
  const isIn = (text: string) => {
    const words = topicOf(text);
    return [...wanted].every((word) => words.has(word));
  };
  const inputs = view.incoming(node.id).map(({ as }) => as.replaceAll("_", " "));
  return wanted.size === 0 || isIn([brief?.question ?? "", ...(brief?.scope.collections ?? []), ...inputs].join(" ").replaceAll("-", " ")) || graph.nodes.some((other) => other !== node && isIn(`${other.title} ${other.id.replaceAll("-", " ")} ${other.rationale}`));
}

/** Whether brief, collections or what comes in speak of the same thing: then it is there under that name. */
function isNamedElsewhere(thing: string, node: Node, { brief, view }: Examined): boolean {
  const sources = node.kind === "agent" && !isUnknown(node.context) ? node.context.sources : [];
  const inputs = view.incoming(node.id).flatMap(({ as, from }) => [as, from, view.node(from)?.title ?? ""]);
  const asked = brief === null ? [] : [brief.question, ...brief.requirements.map(({ text }) => text)];
  const around = [...sources, ...inputs, ...asked, ...(brief?.scope.collections ?? [])].join("\n").toLowerCase();
  const wanted = topicOf(thing.replace(new RegExp(`\\b(?:${handed}|${someone}|below|sent|shared|put|left|gave|my|our)\\b`, "gi"), " "));
  const words = topicOf(around.replaceAll(/[-_.]/g, " "));
  return /\b(?:attached|enclosed|uploaded|attachment)\b/.test(asked.join(" ").toLowerCase()) || around.includes(thing.toLowerCase()) || (wanted.size > 0 && [...wanted].every((word) => words.has(word)));
}

/** Leads what a step finds to the one that is told of it, where both stand beside each other and no circle closes. */
function handedOver(sourceId: string, node: Node, { graph, view }: Examined): Fix[] {
  const source = view.node(sourceId);
  const takesAll = node.kind !== "agent" || (!isUnknown(node.context) && node.context.inputs === "all");
  if (source === undefined || source === node || source.parent !== node.parent || !takesAll || view.after([node]).has(source)) return [];
  return [fix(`Hand it what "${source.title}" finds`, [{ op: "edge-add", edge: { id: freeId(graph.edges, `${sourceId}-${node.id}`), from: sourceId, to: node.id, as: freeInput(view.incoming(node.id), sourceId) } }])];
}

/** Whether something of a step comes to another, directly or by way of one between; what is farther off is not looked for. */
function isNear(sourceId: string, node: Node, view: GraphView): boolean {
  const direct = [node, ...view.ancestors(node)].flatMap(({ id }) => view.incoming(id)).filter((edge) => isTaken(edge, view)).map(({ from }) => from);
  return direct.some((from) => from === sourceId || view.incoming(from).some((edge) => edge.from === sourceId || view.incoming(edge.from).some((farther) => farther.from === sourceId)) || view.children(from).some(({ id }) => id === sourceId));
}
