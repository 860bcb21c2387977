import { describe, expect, it } from "vitest";
import { examineWith, tripped } from "../../../tests/setup/examine.ts";
import { agent, code, tool } from "../../../tests/setup/part.ts";
import { domainOutside } from "./domain-outside.ts";

const brief = { question: "What changed on https://news.example.net/today?", scope: { domains: ["example.org"] } };
const call = (url: string) => tool("t", "fetch_url", { arguments: { url: `"${url}"` } });

describe("scope/domain-outside", () => {
  it("trips as an error on an address in a call, as a warning on one in a program or in instructions", () => {
    const nodes = [call("https://evil.test/a"), code("c", 'await fetch("http://other.test")'), agent("a", { instructions: "Read https://third.test/page first." })];
    expect(examineWith(domainOutside, { nodes }, brief)).toMatchObject([
      { severity: "error", message: '"t" calls evil.test, which the brief doesn\'t grant.' },
      { severity: "warning", target: { id: "c" } },
      { severity: "warning", target: { id: "a" } },
    ]);
  });

  it("is not taken in by a name that only ends alike", () => {
    expect(tripped(domainOutside, { nodes: [call("https://notexample.org/")] }, brief)).toEqual(["t"]);
    expect(tripped(domainOutside, { nodes: [call("https://example.org.evil.test/")] }, brief)).toEqual(["t"]);
  });

  it("is silent on a granted domain, what lies below it, and what the question itself names", () => {
    expect(tripped(domainOutside, { nodes: [call("https://example.org/x"), call("https://docs.Example.org")].map((node, index) => ({ ...node, id: `t${index}` })) }, brief)).toEqual([]);
    expect(tripped(domainOutside, { nodes: [call("https://news.example.net/")] }, brief)).toEqual([]);
  });

  it("does not run without a brief", () => {
    expect(examineWith(domainOutside, { nodes: [call("https://evil.test")] })).toBe("there is no brief to compare with");
  });

  it.each(["Look on docs.other.com for the limits.", "Search Wikipedia for the founding year.", "The price list is at www.vendor.de/prices."])("warns of a place that is only called by its name: %s", (instructions) => {
    expect(examineWith(domainOutside, { nodes: [agent("a", { instructions })] }, brief)).toMatchObject([{ severity: "warning", target: { id: "a" } }]);
  });

  it.each(["Read docs.example.org first.", "Write to press@other.com.", "Read README.md and main.rs, then socket.io of package.json.", "Does the GitHub integration need a token?"])("is silent on %s", (instructions) => {
    expect(tripped(domainOutside, { nodes: [agent("a", { instructions })] }, brief)).toEqual([]);
  });

  it("is silent on a place that the brief or a collection is named after", () => {
    const nodes = [agent("a", { instructions: "Search GitHub for the issue." })];
    expect(tripped(domainOutside, { nodes }, { question: "What do our GitHub issues say?" })).toEqual([]);
    expect(tripped(domainOutside, { nodes }, { question: "What?", scope: { collections: ["github-issues"] } })).toEqual([]);
  });
});
