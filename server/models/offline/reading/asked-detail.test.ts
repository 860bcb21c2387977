import { expect, test } from "vitest";
import { detailCheck } from "./asked-detail.ts";

const unit = { text: "", exact: "", headings: ["Lamps"], code: null };

test.each([
  ["How many lamps burn?", "Seven lamps burn.", "The lamps burn."],
  ["What is the maximum number of lamps?", "At most 12 lamps burn.", "Lamps burn."],
  ["Size limit for a lamp", "A lamp weighs 2 kg at most.", "The size of a lamp is limited."],
  ["Longest wire of a lamp", "Its wire has up to 3 metres.", "A lamp has a long wire."],
  ["Oldest wire that still fits", "It fits wires from 1970 on.", "Old wires may not fit."],
  ["Most lamps one can hang", "A hall takes 12 lamps.", "Hang more lamps for more light."],
  ["Minimum wire for a lamp", "It takes a wire of 2 mm.", "A lamp takes a thin wire."],
  ["How do I turn the hum off?", "Set the hum to none, or without a core: no hum.", "Turn the lamp to hear its hum."],
  ["How to opt out of dimming for one hall", "Dimming is disabled by `dim={false}`.", "To opt into dimming, set a hall."],
  ["Stop lighting by noise", "If `noise` is unset, it no longer lights.", "Lamps light by noise."],
  ["Keeping the names of guests out of it", "Names are left out with `names: 0`.", "The names of guests are kept."],
  ["Seconds until the lamp is warm", "It is warm within 3 seconds.", "It is warm after lamp 3."],
  ["Date on which the lamp is sold", "It is sold from May 2031 on.", "The lamp is sold soon."],
  ["How many lamps may burn at most?", "Up to 12 lamps may burn.", "2 lamps burn here."],
  ["How many lamps burn in version 5:0?", "Two lamps burn.", "The lamps of v3-5:0 burn."],
  ["How many lamps burn at most?", "maxLamps: The most lamps that burn. Defaults to 12.", "Lamps burn in two halls."],
  ["How many colours at most does a lamp take?", "| `lamp` | `hum`, `colours` (0 to 6) |", "| `lamp` | `hum`, `colours` (6) |"],
  ["How many letters has the name of a lamp?", "The length of the name of a lamp. Defaults to 16.", "The length of the name of a lamp is limited."],
  ["What is the lowest lamp version that hall 12 takes?", "The minimum lamp version is 17.0.2.", "The lamp version is 17.0.2."],
  ["How many open lamps burn?", "Up to 3 open lamps burn.", "tries: how often, 2 by default; lamps: whether they burn."],
  ["How many can burn in one hall, and how long?", "Up to 12 lamps burn until dawn.", "Lamps burn until dawn."],
  ["How many candles does a lamp replace?", "A lamp replaces candles up to 12 times.", "Five lamps of oak and brass replace candles."],
  ["By how many percent is a neon lamp brighter?", "A neon lamp is 30% brighter.", "A neon lamp is brighter since 2031."],
  ["How much cheaper is a neon lamp?", "It costs half.", "It is cheaper."],
  ["From which value on does a lamp hum?", "It hums from 60 on.", "A lamp hums."],
  ["Until when does a lamp burn?", "It ends with the night.", "A lamp burns."],
  ["How long does a lamp take to warm up, in seconds?", "It takes 3 seconds.", "It takes 3 lamps."],
  ["How many megabytes does a lamp store?", "It stores 5 MB.", "It stores 5 colours."],
  ["Can a lamp be set so that it burns for one week?", "It burns until Monday.", "A lamp burns."],
  ["Which lamp version knows dimming?", "Dimming came with 4.2.", "A lamp of a newer version can be dimmed."],
  ["In which release did the lamp get dimmable?", "Dimming came with 4.2.", "A lamp is dimmed within 10ms."],
  ["In which lamp version will dimming go?", "It will go in 5.0.", "4.2: dimming will go in a future version."],
  ["Is a neon lamp brighter than a candle, or heavier?", "A neon lamp is heavier.", "Neon lamps and candles are sold."],
  ["Which one burns longer, oak or pine?", "Oak burns longer.", "Oak and pine are the most common."],
  ["Which one is better, oak or pine?", "Oak is better.", "Get the most out of oak and pine."],
  ["Does a neon lamp start faster than a candle?", "A neon lamp starts slower.", "A lamp that is newer than the candle starts a neon glow."],
  ["Is a neon lamp cheaper than a candle?", "A neon lamp costs less.", "A neon lamp is smaller than a candle."],
  ["Why does a lamp flicker three times and not more?", "It flickers 3 times so that everybody sees it.", "It flickers so that everybody sees it."],
  ["Why is the hum of the lamp limited?", "It is limited to protect the ear.", "The hum is limited; if it is louder, turn the lamp off."],
  ["Why do I get no light from the lamp?", "No light comes if the wire is loose.", "The lamp gives light."],
  ["Which lamp gives better light, oak or pine?", "Oak gives better light.", "Oak lamps are larger than pine lamps."],
  ["Why did they make dim lamps the default?", "Dim lamps are the default so that nobody is blinded.", "Dim lamps are the default. This allows a lamp to last."],
  ["What do we pay for a thousand lamps?", "A thousand lamps are $12.", "Lamps store more light where it is worth its cost."],
  ["Why are 50 lamps the limit?", "The limit is 50 lamps because more would melt the wire.", "More lamps would melt the wire, therefore there is a limit."],
  ["What is the longest wire that a lamp takes?", "It must not exceed 12 metres.", "A lamp takes a wire of 12 strands."],
  ["What is the cheapest lamp?", "The smallest lamp is sold at a loss.", "A lamp is sold."],
  ["How long is a lamp kept?", "It is kept until it is sold.", "Close the lid before you send a lamp."],
  ["How long does a lamp burn?", "It burns until the oil is gone.", "A lamp burns."],
  ["Which lamps are sold next year?", "From May 2031 on neon lamps are sold.", "Neon lamps are sold."],
  ["When was the lamp changed?", "Changed in version 2.", "The lamp was changed."],
  ["On what day was the lamp sold?", "Sold on 3 May 2031.", "Sold since lamp 9.4."],
  ["Why does a lamp hum?", "It hums because its core is loose.", "A lamp hums, and so does a neon lamp."],
  ["The lamp is new. What is the reason it hums?", "It is wound loosely so that it stays cool.", "The lamp hums at 50 Hz."],
  ["Why is a neon lamp recommended?", "We recommend neon lamps for the best performance.", "We recommend neon lamps since version 2."],
  ["Who should I ask about a lamp?", "Ask the owner of the lamp.", "Ask for a lamp."],
])("%s", (question, given, silent) => {
  expect([given, silent].map((text) => detailCheck(question)({ ...unit, text, exact: text }))).toEqual([true, false]);
});

test("a question that asks for no such detail takes any text", () => {
  for (const question of ["Does a lamp burn?", "What did version 9 change about lamps?", "What happens when a lamp stops?", "The lamp flickers. How do I stop that?", "Most common mistakes", "Our officer asks where recorded lamps are", "Which lamp do I order?"]) expect(detailCheck(question)({ ...unit, text: "A lamp burns." })).toBe(true);
});

test("a heading may say that the reason is told under it", () => {
  expect(detailCheck("Why did the lamp go out?")({ ...unit, text: "The oil was used up.", headings: ["Why this happens"] })).toBe(true);
});

test("a command is given by code only", () => {
  const check = detailCheck("Is there a command that lights a lamp?");
  expect([check({ ...unit, exact: "Run `lamp on`." }), check({ ...unit, code: "lamp on" }), check({ ...unit, exact: "A lamp is lit at your command." })]).toEqual([true, true, false]);
});
