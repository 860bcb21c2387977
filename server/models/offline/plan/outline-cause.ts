import { contentWords } from "../question/words.ts";
import { part, type Outline } from "./part.ts";

/** A why: how it works, which causes the documents name, and how one tells them apart. */
export function outlineCause(subject: string): Outline {
  const words = contentWords(subject).join(" ");
  const mechanism = part({
    key: "how-it-works",
    title: "How it works",
    query: words,
    instructions: `Find how the documents say that this comes about, or would: "${subject}". The mechanism, in order, with quotes.`,
    why: "A cause is an explanation only if the mechanism carries it, so that is read first and apart.",
  });
  const causes = part({
    key: "named-causes",
    title: "Causes that are named",
    query: `${words} because cause reason`,
    instructions: `Find every cause that the documents name for "${subject}", intended behaviour included. One claim for each, with its quote. Don't stop at the first.`,
    why: "The first cause found is seldom the only one; this worker collects, it doesn't choose.",
  });
  return {
    title: subject,
    dimension: "By what an explanation needs: the mechanism, the causes, how to tell them apart.",
    parts: [
      mechanism,
      causes,
      part({
        key: "tell-apart",
        title: "Tell the causes apart",
        query: `${words} fix avoid disable`,
        needs: [mechanism.key, causes.key],
        instructions: `For each cause of "${subject}" that you received: how somebody sees that it is this one, and what the documents offer against it. Say which of them the mechanism doesn't explain.`,
        why: "What helps depends on which cause it is, so it comes after both.",
      }),
    ],
    alternatives: [
      { summary: "Search for a fix at once", whyNot: `A fix for another cause of "${subject}" looks just as good until it is tried.` },
      { summary: "One worker explains it", whyNot: "It would settle on the first cause and read the rest as support for it." },
    ],
    reportOrder: "Begin with the likeliest cause and how to see it, then the others, each with its remedy.",
    checkNote: "That two things are named together is no cause: the quote has to say that one brings about the other.",
  };
}
