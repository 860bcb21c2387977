import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { locateQuote } from "../../../core/evidence/locate-quote.ts";
import { quotableUnits } from "./reading/quotable-unit.ts";
import { aspectsOf } from "./reading/aspect.ts";
import { listItems } from "./reading/list-items.ts";
import { readKnowledge } from "./reading/search-knowledge.ts";
import { writeClaims } from "./reading/write-claims.ts";

const guide = `---
title: Lamps
---

# Lamps

A lamp makes light. See [wires](/wires) for more.

## Limits

A lamp takes at most 40 watts. It is an error to give it more:

\`\`\`ts
lamp.on({ watts: 60 }) // throws
\`\`\`

These are not supported:

- Candles
- **Torches** without a battery

| Kind | Indoors | Outdoors |
| --- | --- | --- |
| Halogen | 20 watts | 60 watts |

<PropertiesTable content={[{ name: 'maxHours', type: 'number', description: 'Maximum number of hours. Default: 7.' }]} />
`;

const searched = (text: string, words: Record<string, number> = {}) => ({
  input: { query: "lamps" },
  value: {
    passages: [{ sourceId: "s1", title: "Lamps", path: "lamps.md", heading: "", start: 0, end: text.length, text }],
    counted: { passages: 1_000, words: Object.entries(words).map(([word, passages]) => ({ word, passages })) },
  },
});
const assignment = { part: "assignment", task: "work", title: "Read", instructions: "Answer the question.", doneWhen: "", answerAs: "claims", schema: null } as const;
const ask = (question: string, words: Record<string, number> = {}, text = guide) =>
  writeClaims(readKnowledge([searched(text, words)]), aspectsOf(assignment, { question, requirements: [] }, null), []);

describe("what can be quoted", () => {
  it("are sentences, leads with their lists, rows with their columns, and documented properties, each an exact stretch", () => {
    const units = quotableUnits(guide, { offset: 0, headings: [], format: "markdown" });
    expect(units.map(({ text }) => text)).toEqual([
      "A lamp makes light.",
      "See wires for more.",
      "A lamp takes at most 40 watts.",
      "It is an error to give it more:",
      "These are not supported: Candles; Torches without a battery.",
      "Candles",
      "Torches without a battery",
      "Halogen: Indoors: 20 watts; Outdoors: 60 watts",
      "maxHours: Maximum number of hours. Default: 7.",
    ]);
    expect(units.every(({ exact, start, end }) => guide.slice(start, end) === exact)).toBe(true);
    expect(units[3]?.code).toContain("watts: 60");
    expect(units[7]?.head).toBe("| Kind | Indoors | Outdoors |");
    expect(units[2]?.headings).toEqual(["Lamps", "Limits"]);
  });

  it("is the same of reStructuredText, without its fields, directives and the signs of its words", () => {
    const text = `Lamp: 7
Title: Lamps

Limits
======

.. _limits:

A lamp takes at most \`\`40\`\` watts
(see :rfc:\`7\`) [1]_.  It is an error to give it more::

    lamp.on(watts=60)  # throws

These are not supported:

* Candles that
  drip
* **Torches**

Parts have names.

Dimmer
    It hums.

.. note:: Lamps get hot.

====== ======= ========
Kind   Indoors Outdoors
====== ======= ========
Neon   20      60
====== ======= ========

See these:

- \`The maker <https://lamps.example>\`__ (in the hall)

.. [1] https://lamps.example/7
`;
    const units = quotableUnits(text, { offset: 0, headings: [], format: "rst" });
    expect(units.map((unit) => unit.text)).toEqual([
      "A lamp takes at most 40 watts (see RFC 7).",
      "It is an error to give it more:",
      "These are not supported: Candles that drip; Torches.",
      "Candles that drip",
      "Torches",
      "Parts have names.",
      "Dimmer: It hums.",
      "Lamps get hot.",
      "Neon: Indoors: 20; Outdoors: 60",
      "See these:",
    ]);
    expect(units.every(({ exact, start, end }) => text.slice(start, end) === exact)).toBe(true);
    expect(units[0]?.exact).toContain("[1]_");
    expect(units[1]?.code).toContain("watts=60");
    expect(units[1]?.headings).toEqual(["Limits"]);
    expect(units.at(-2)?.head).toBe("Kind   Indoors Outdoors");
  });

  it("is exact in any text, in reasonable time", () => {
    const piece = fc.oneof(fc.string({ unit: "grapheme", maxLength: 40 }), fc.constantFrom("# H\n", "- a: b\n", "| a | b |\n| - | - |\n", "```\n", "<A>\n", "text. Next one:\n", "\n\n", "> quoted\n", "{ name: 'a', description: 'b c d e' }", "Title\n=====\n", "::\n\n    code\n\n", ".. note:: a\n", ":a: b\n", "Term\n  means\n", "== ==\na  b\n== ==\n1  2\n== ==\n", "`a <b>`_ [1]_ "));
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), fc.nat(1_000), fc.constantFrom("markdown", "rst"), (pieces, offset, format) => {
        const text = pieces.join("");
        for (const { exact, start, end } of quotableUnits(text, { offset, headings: ["Title"], format })) expect(text.slice(start - offset, end - offset)).toBe(exact);
      }),
    );
    const started = performance.now();
    for (const hostile of ["{ name: '", "{ name: 'a', ", "a. ", "| ", "- ", "[", "*", "name: 'a', description: '", "a::\n\n", "`", "a\n b\n"]) {
      for (const format of ["markdown", "rst"] as const) quotableUnits(hostile.repeat(12_000 / hostile.length), { offset: 0, headings: [], format });
    }
    expect(performance.now() - started).toBeLessThan(4_000);
  });
});

describe("the offline worker", () => {
  it("answers in the source's own words, the number that was asked for first", () => {
    const { claims, missing } = ask("How many watts may a lamp take at most?");
    expect(claims[0]).toMatchObject({ text: "A lamp takes at most 40 watts.", quotes: [{ sourceId: "s1", exact: "A lamp takes at most 40 watts." }] });
    expect(missing).toEqual([]);
  });

  it("says of what it finds for a yes or no that it may not answer, unless it says it in the question's own words", () => {
    const text = "# Lamps\n\nA lamp of the hall is dimmed by its switch at night.\n";
    const counts = { lamp: 10, hall: 10, dimmed: 4, switch: 6, night: 8, servant: 3 };
    const asked = ask("Can a servant dim the lamp of the hall at night?", { ...counts, servant: 60 }, text);
    expect(asked.claims).toMatchObject([{ text: "A lamp of the hall is dimmed by its switch at night.", doubt: expect.stringContaining("yes or no") }]);
    expect(asked.missing).toMatchObject([{ text: "Can a servant dim the lamp of the hall at night", closest: [] }]);
    const said = ask("Is a lamp of the hall dimmed by its switch at night?", counts, text);
    expect([said.claims.map(({ doubt }) => doubt), said.missing]).toEqual([[""], []]);
  });

  it("tells the default that stands in code beside the words, with both as quotes", () => {
    const code = "```js\nlamp = {\n  // Default\n  colours: ['red'],\n}\n```";
    const [claim] = ask("Which colours of light does a lamp have by default?", { colours: 4, light: 9 }, `# Lamps\n\n## colours\n\n\`colours\` is the list of colours of light that a lamp has.\n\n${code}\n`).claims;
    expect(claim).toMatchObject({ text: "colours is the list of colours of light that a lamp has. By default: `colours: ['red']`.", quotes: [{ exact: "`colours` is the list of colours of light that a lamp has." }, { exact: code }] });
  });

  it("calls nothing missing that others have found already", () => {
    const question = "How many watts may a lamp take at most?";
    const again = writeClaims(readKnowledge([searched(guide)]), aspectsOf(assignment, { question, requirements: [] }, null), ask(question).claims.map(({ text }) => text));
    expect(again).toEqual({ claims: [], missing: [] });
  });

  it("says no amount where one was asked and only a name holds a number", () => {
    expect(ask("How many lamps does Lantern 12 hold?", {}, "# Lantern\n\nLantern 12 holds lamps.").claims).toEqual([]);
    expect(ask("How many lamps does Lantern 12 hold?", {}, "# Lantern\n\nLantern 12 holds 7 lamps.").claims).toHaveLength(1);
  });

  it("finds what a question in everyday words is about, and lets the rest of its words go", () => {
    const manual = "# Dimmers\n\nA dimmer hums when its load is below 10 watts.\n\n## Cables\n\nCables run behind the wall.\n";
    const counts = { tonight: 1, everything: 1, quiet: 1, front: 1, dimmer: 4, load: 6, watts: 8, hums: 1 };
    expect(ask("I want everything in front of me quiet tonight. Why does a dimmer hum whose load is small?", counts, manual).claims[0]?.text).toBe("A dimmer hums when its load is below 10 watts.");
  });

  it("answers nothing where what is counted, paid for or done is not told of", () => {
    const text = "# Lantern\n\nA lantern lasts 12 years in a dry hall.\n";
    for (const question of ["How many screws hold a lantern in a dry hall?", "What does a lantern cost in 12 years?", "Who designed a lantern that lasts 12 years?"]) expect(ask(question, {}, text).claims).toEqual([]);
    expect(ask("How many years does a lantern last in a dry hall?", {}, text).claims).toHaveLength(1);
  });

  it("answers nothing where a word that tells what is asked is missing, however many of the others are there", () => {
    const text = "# Lamp\n\nA lamp shows the colour of a wall in the evening.\n\nThe switch of a lamp is made of brass.\n";
    const counts = { lamp: 40, shows: 90, colour: 12, wall: 20, evening: 9, brass: 4, switch: 30, repair: 8, moth: 3, brush: 6 };
    for (const question of ["Does a lamp repair a wall?", "Does a lamp show moths on a wall?", "Which brush has the colour of a lamp?"]) expect(ask(question, counts, text).claims).toEqual([]);
    expect(ask("Does a lamp show the colour of a wall?", counts, text).claims).toHaveLength(1);
  });

  it("asks of one part no names that the question says of the others", () => {
    const text = "# Lamps\n\nFor each lamp the wattDial becomes a powerDial of that lamp.\n";
    const counts = { lamp: 10, wattdial: 2, huedial: 2, dial: 9, becomes: 40 };
    const question = "What becomes of each dial of a lamp: wattDial and hueDial?";
    const { claims } = writeClaims(readKnowledge([searched(text, counts)]), aspectsOf(assignment, { question, requirements: [] }, "wattDial"), []);
    expect(claims).toHaveLength(1);
    expect(ask("What becomes of the wattDial and the hueDial of a lamp?", counts, text).claims).toMatchObject([{ doubt: expect.stringContaining("Too little") }]);
  });

  it("doubts what tells of a thing and not of what somebody asks how to do with it", () => {
    const text = "# Night switch\n\nThe night switch of the hall sets a wire called wire_red. You can see wire_red in the night switch of the hall.\n";
    const counts = { wire_red: 2, night: 5, switch: 9, hall: 20, sets: 90, rename: 3, see: 60 };
    expect(ask("How do I see wire_red in the night switch of the hall?", counts, text).claims.map(({ doubt }) => doubt)).toContain("");
    expect(ask("How do I rename wire_red in the night switch of the hall?", counts, text).claims.map(({ doubt }) => doubt)).not.toContain("");
  });

  it("says nothing of what the documents don't know by its name", () => {
    const text = "# Wire forms\n\nA wire form of the hall bends each hook and each lamp. The wire form of the hall is bent by its hook.\n";
    const counts = { wire: 20, form: 30, hall: 20, hook: 9, lamp: 30, zx81: 0 };
    const asked = (other: string) => ask(`What bends each hook of the wire form of the hall, the lamp or ${other}?`, counts, text).claims.length;
    expect([asked("the form"), asked("lamp-hook-form"), asked("ZX81")]).toEqual([expect.any(Number), 0, 0]);
    expect(asked("the form")).toBeGreaterThan(0);
  });

  it("lets words of a part be missing that stands where the rest of the question is told of", () => {
    const text = "# Lamp\n\nThe switch of a lamp is kept dry, and its glass survives a blackout of the hall.\n";
    const counts = { lamp: 10, switch: 10, glass: 10, blackout: 3, hall: 10, survives: 4, pending: 4, repairs: 4, dry: 8 };
    const question = "When a blackout of the hall comes, what becomes of a lamp with a switch, its glass and pending repairs?";
    const part = [{ id: "r1", text: "Pending glass that survives a blackout", kind: "aspect" as const, isCritical: false }];
    const { claims } = writeClaims(readKnowledge([searched(text, counts)]), aspectsOf(assignment, { question, requirements: part }, null), []);
    expect(claims).toHaveLength(1);
    expect(ask("Does pending glass survive a storm?", { ...counts, storm: 5 }, text).claims).toEqual([]);
  });

  it("takes what is said in the rest of the question for no answer to a part", () => {
    const text = "# Lamp\n\nThe lamp in the hall is switched on at dusk by the guard with a key, and off at dawn by the porter.\n";
    const counts = { lamp: 10, hall: 10, switch: 10, dusk: 8, guard: 8, key: 8, dawn: 8, porter: 8, supplier: 3, paid: 5 };
    const question = "Who switches the lamp in the hall on at dusk with a key and off at dawn, the guard or the porter?";
    const answersTo = (part: string) => writeClaims(readKnowledge([searched(text, counts)]), aspectsOf(assignment, { question, requirements: [{ id: "r1", text: part, kind: "aspect", isCritical: false }] }, null), []).claims;
    expect(answersTo("How the supplier of the lamp is paid")).toEqual([]);
    expect(answersTo("By whom the lamp is switched on at dusk")).toHaveLength(1);
  });

  it("lets one word be put otherwise where at least three others tell what is asked, and takes circumstances as such", () => {
    const text = "# Lamp\n\nThe switch of a lamp with a dimmer is made of brass.\n";
    const counts = { lamp: 10, switch: 10, dimmer: 10, brass: 4, consist: 8, customer: 8 };
    expect(ask("Does the switch of a lamp with a dimmer consist of brass?", counts, text).claims).toHaveLength(1);
    expect(ask("Is the switch of a lamp with a dimmer made of brass before a customer comes?", counts, text).claims).toHaveLength(1);
  });

  it("quotes what goes on with \"it\" together with the sentence that says what that is", () => {
    const text = "# Hall\n\nIn the hall hangs a lantern. It is lit by gas. Doors are heavy.\n";
    expect(ask("Is the lantern that hangs in the hall lit by gas?", {}, text).claims[0]).toMatchObject({ text: "In the hall hangs a lantern. It is lit by gas.", quotes: [{ exact: "In the hall hangs a lantern. It is lit by gas." }] });
  });

  it("reads the names of a table's columns for its rows, and looks first where a name stands that the question says in passing", () => {
    const table = "# Lamps\n\n| Lamp | Supported plugs |\n| --- | --- |\n| Neon | Type C |\n";
    expect(ask("Which plugs are supported by a neon lamp?", {}, table).claims[0]?.text).toBe("Neon: Type C");
    const rooms = "# Warm rooms\n\n## Attic\n\nTo keep a room warm, close the hatch.\n\n## Rotunda\n\nTo keep a room warm, draw the curtain.\n";
    expect(ask("We live in the Rotunda. How do I keep a room warm?", { rotunda: 1, keep: 300, room: 40, warm: 30 }, rooms).claims[0]?.text).toBe("To keep a room warm, draw the curtain.");
  });

  it("knows a short form by what it stands for", () => {
    const text = "# Light Emitting Diode (LED)\n\nA Light Emitting Diode (LED) is a lamp.\n\n## Heat\n\nAn LED has no need of extra cooling.\n";
    expect(ask("Do I have to cool a light emitting diode?", {}, text).claims.map((claim) => claim.text)).toContain("An LED has no need of extra cooling.");
  });

  it("understands a question that leans on what was told before it", () => {
    const trouble = "# Lamps that flicker\n\n## Issue\n\nThe lamp over the kitchen table flickers in the evening, and the fuse gets hot.\n\n## Solution\n\nTighten the screw below the socket.\n";
    const { claims } = ask("The lamp over our table flickers every evening. How do we stop that?", {}, trouble);
    expect(claims.map(({ text }) => text)).toEqual(["The lamp over the kitchen table flickers in the evening, and the fuse gets hot.", "Tighten the screw below the socket."]);
  });

  it("finds the place of a message that the question quotes, and the sentence that goes on from an answer", () => {
    const manual = '# Wiring\n\nEvery hall has a switch.\n\n## Halls\n\nWith two switches the panel says "No common phase". However, you can set both to phase one.\n';
    expect(ask('In our hall we get "No common phase". Why?', {}, manual).claims.map(({ text }) => text)).toEqual(['With two switches the panel says "No common phase". However, you can set both to phase one.']);
  });

  it("tells the numbered steps of the page that is called like the question in their order, as one claim", () => {
    const text = "# How to change the bulb of a lantern\n\n## Step 1: Let it cool\n\nWait.\n\n## Step 2: Open the glass\n\nTurn it.\n\n## Step 3: Turn the bulb out\n\nLeft.\n";
    const value = { passages: [{ sourceId: "s1", title: "How to change the bulb of a lantern", path: "l.md", heading: "", start: 0, end: text.length, text }] };
    const { claims } = writeClaims(readKnowledge([{ input: { query: "bulb" }, value }]), aspectsOf(assignment, { question: "How do I change the bulb of my lantern?", requirements: [] }, null), []);
    expect(claims[0]).toMatchObject({ text: "Step 1: Let it cool; Step 2: Open the glass; Step 3: Turn the bulb out.", quotes: [{ exact: "## Step 1: Let it cool" }, { exact: "## Step 2: Open the glass" }, { exact: "## Step 3: Turn the bulb out" }] });
  });

  it("tells the steps of the page that is named after the whole question for a part that asks how", () => {
    const text = "# Migrating to gas lamps\n\n## Step 1: Lay the pipe\n\nDig.\n\n## Step 2: Hang the lamp\n\nHigh.\n";
    const question = "What has to change in a hall when it moves to gas lamps?";
    const value = { passages: [{ sourceId: "s1", title: "Migrating to gas lamps", path: "l.md", heading: "", start: 0, end: text.length, text }] };
    const requirements = [{ id: "r1", text: "How to move step by step", kind: "aspect", isCritical: false }] as const;
    const { claims } = writeClaims(readKnowledge([{ input: { query: "gas" }, value }]), aspectsOf(assignment, { question, requirements: [...requirements] }, null), []);
    expect(claims[0]).toMatchObject({ text: "Step 1: Lay the pipe; Step 2: Hang the lamp.", answers: ["r1"], doubt: "" });
  });

  const askPages = (question: string, pages: Record<string, string>, instructions: string = assignment.instructions) => {
    const passages = Object.entries(pages).map(([title, text]) => ({ sourceId: title, title, path: `${title}.md`, heading: "", start: 0, end: text.length, text }));
    const words = [...new Set(question.toLowerCase().match(/\w+/g))].map((word) => ({ word, passages: 20 }));
    const { claims } = writeClaims(readKnowledge([{ input: { query: "lamps" }, value: { passages, counted: { passages: 1_000, words } } }]), aspectsOf({ ...assignment, instructions }, { question, requirements: [] }, null), []);
    return claims.map(({ text }) => text);
  };

  it("tells limits where they are listed, and nothing beside them that only shares words", () => {
    const listed = "# Oil lamps\n\nThey burn.\n\n## Unsupported places\n\nPlaces without air, or under water, are not supported.\n\n- Bogs\n";
    const told = askPages("What are the limitations of oil lamps?", { "Oil lamps": listed, Ships: "# Ships\n\nOil lamps: Limitations of oil lamps.\n\nThe limitation of a hold is its size: lamps and casks share it.\n" });
    expect(told).toContain("Places without air, or under water, are not supported.");
    expect(told).not.toContain("Bogs");
    expect(told.join()).not.toContain("casks");
  });

  it("tells a side of a comparison where it is said what it is, not where it is used", () => {
    const pages = {
      "Oil lamps": "# lampOil\n\nlampOil is the older of both. lampOil lights a hall.\n",
      "Gas lamps": "# lampGas\n\nlampGas is the newer one. lampGas lights a street.\n",
      Bills: "# Bills\n\nFor lampOil and lampGas, the bill lists four things.\n",
    };
    const told = askPages("What is the difference between lampOil and lampGas?", pages, 'Find what the documents say about "lampOil".');
    expect(told[0]).toBe("lampOil is the older of both. lampOil lights a hall.");
    expect(told.join()).not.toContain("bill");
  });

  it("says what it did not find, and claims nothing near it", () => {
    for (const question of ["How is a lamp painted green?", "Which watts does a submarine need?", "Who invented the telegraph?"]) {
      expect(ask(question, { submarine: 0, telegraph: 0, green: 0 })).toMatchObject({ claims: [], missing: [{ text: expect.stringContaining(question.slice(0, -1)) }] });
    }
  });

  it("names what comes closest to what it didn't find, as no claim", () => {
    const text = "# Lamps\n\nA lamp in the hall is lit at dusk by the guard.\n";
    const { claims, missing } = ask("Which licence does the guard of a lamp in the hall need at dusk?", { licence: 1, dusk: 3, guard: 4, lamp: 20, hall: 8 }, text);
    expect(claims).toEqual([]);
    expect(missing).toMatchObject([{ closest: [{ sourceId: "s1", exact: "A lamp in the hall is lit at dusk by the guard." }] }]);
  });

  it("doesn't answer about one thing what is asked of another that nobody writes of", () => {
    expect(ask("Compare a Lamp with a Zyxotron", { zyxotron: 0 }).claims).toEqual([]);
  });

  it("only ever quotes what it was shown", () => {
    const words = fc.constantFrom("lamp", "watts", "light", "supported", "Halogen", "hours", "limits", "what", "is", "the", "maximum", "not", "?", "compare", "why");
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 9 }), (asked) => {
        for (const { quotes } of ask(asked.join(" ")).claims) {
          expect(quotes.length).toBeGreaterThan(0);
          for (const { exact } of quotes) expect(locateQuote(guide, exact).place?.match).toBe("exact");
        }
      }),
    );
  });

  it("lists the items that a question names, else those of the best passage, else what is asked", () => {
    const list = (question: string, text = guide) => listItems(readKnowledge([searched(text)]), aspectsOf(assignment, { question, requirements: [] }, null), { question, atMost: 3 }).items;
    expect(list("What takes the place of each: red, green and blue?")).toEqual([{ name: "red" }, { name: "green" }, { name: "blue" }]);
    expect(list("Which kinds of lamps are supported?", "# Lamps\n\nThese kinds of lamps are supported: halogen, neon, and gas.")).toMatchObject([{ name: "halogen" }, { name: "neon" }, { name: "gas" }]);
    expect(list("Which boats are there?")).toEqual([{ name: "Which boats are there" }]);
  });
});
