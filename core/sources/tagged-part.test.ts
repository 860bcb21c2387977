import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { taggedStretches } from "./tagged-part.ts";

const read = (text: string) => taggedStretches(text, { start: 0, end: text.length })?.map(({ start, end, isTag }) => (isTag ? `tag:${text.slice(start, end)}` : text.slice(start, end)));

describe("a part that begins with a tag", () => {
  it("falls into the lines of its tags and the prose between them", () => {
    expect(read('<Note type="warning">\n  Wait for `<Suspense>`\n  to end.\n</Note>')).toEqual(['tag:<Note type="warning">', "  Wait for `<Suspense>`\n  to end.", "tag:</Note>"]);
    expect(read("</PagesOnly>\r\n<AppOnly>")).toEqual(["tag:</PagesOnly>", "tag:<AppOnly>"]);
    expect(read("<Image />")).toEqual(["tag:<Image />"]);
  });

  it("stays as it is typed where a component is more than its tags, and where no tag is", () => {
    expect(read('<Tabs\n  items={["a"]}\n>')).toBeUndefined();
    expect(read("<Grid>\n  <Card>One</Card>\n</Grid>")).toBeUndefined();
    expect(read("<b>Bold</b> words")).toBeUndefined();
    expect(read("Words\n<Note>")).toBeUndefined();
    expect(read("")).toBeUndefined();
  });

  it("loses no letter of any part, and invents none", () => {
    const line = fc.constantFrom("<Note>", "</Note>", "words", "  two words", "<A b={1} />", "");
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), fc.constantFrom("\n", "\r\n"), (lines, end) => {
        const text = lines.join(end);
        const stretches = taggedStretches(text, { start: 0, end: text.length });
        if (stretches === null) return;
        expect(stretches.map((one) => text.slice(one.start, one.end)).join("").replaceAll(/[\r\n]/g, "")).toBe(text.replaceAll(/[\r\n]/g, ""));
      }),
    );
  });
});
