import fc from "fast-check";
import { expect, test } from "vitest";
import { rstRuns, rstWords } from "./rst-run.ts";

test("signs that only make up the text are no words of it", () => {
  expect(rstWords("See :rfc:`2822`, :term:`the lamp <lamp>` and :meth:`~house.hall.Lamp.on`.")).toBe("See RFC 2822, the lamp and on.");
  expect(rstWords("``lamp_on(*a)`` is *never* **hot** [1]_, says `the maker <https://lamps.example>`__ of Lanterns_ [Ohm27]_.")).toBe("lamp_on(*a) is never hot, says the maker of Lanterns [Ohm27].");
  expect(rstWords("Lamps, as told in [2]_ and [#oil]_, burn [3]_ [4]_.")).toBe("Lamps, as told in [2] and [#oil], burn.");
  expect(rstWords("|Lamp| s\\ *t* \\*x, a `word` and `another`_. Light it::")).toBe("Lamp st *x, a word and another. Light it:");
});

test("what only looks like a sign stays", () => {
  expect(rstWords("a_b, _c, *args and **kwargs, 2 * 3 * 4, a | b, x[1], lamp_on(1), __init__ and :colon: x::y.")).toBe("a_b, _c, *args and **kwargs, 2 * 3 * 4, a | b, x[1], lamp_on(1), __init__ and :colon: x::y.");
});

const texts = fc.array(fc.constantFrom("`", "``", ":role:`", "**", "*", "_", "__", "|", "[1]_", " <", ">", "\\", "::", "- ", "\n", " ", "word", "😀", "7"), { maxLength: 40 }).map((parts) => parts.join(""));

test("runs together are the whole text, in order", () => {
  fc.assert(
    fc.property(texts, fc.nat(5), (text, cut) => {
      const start = Math.min(cut, text.length);
      const runs = rstRuns(text, { start, end: text.length });
      expect(runs.map((run) => text.slice(run.start, run.end)).join("")).toBe(text.slice(start));
      let at = start;
      for (const run of runs) {
        expect(run.start).toBe(at);
        at = run.end;
      }
    }),
  );
});

test("hostile texts are read in reasonable time", () => {
  const started = performance.now();
  for (const hostile of ["`", "``", "`a ", ":a:", ":a:`", "*a ", "**a ", "|a ", "[a", "a_", "a+", "\\", "_`", " <", "a::", " \n"]) rstWords(hostile.repeat(20_000 / hostile.length));
  expect(performance.now() - started).toBeLessThan(4_000);
});
