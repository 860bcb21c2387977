/** Where a directive holds words of the document: behind its name, on the next line, behind a blank line, or nowhere. */
type DirectiveWords = "behind-name" | "next-line" | "behind-blank" | "none";

const remarks = names("attention caution danger error hint important note tip warning seealso epigraph highlights pull-quote");
const versions = names("versionadded versionchanged versionremoved deprecated deprecated-removed");
const code = names(
  "code code-block sourcecode literalinclude parsed-literal highlight doctest testcode testsetup testcleanup testoutput math productionlist raw prompt ipython graphviz digraph graph mermaid uml plantuml image figure toctree csv-table include",
);

/** Tells where to look for words below a directive (docutils, "reStructuredText Directives"; Sphinx adds names of its own). */
export function directiveWords(name: string): DirectiveWords {
  const plain = name.toLowerCase();
  if (code.has(plain)) return "none";
  return remarks.has(plain) ? "behind-name" : versions.has(plain) ? "next-line" : "behind-blank";
}

function names(list: string): ReadonlySet<string> {
  return new Set(list.split(" "));
}
