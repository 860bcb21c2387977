import type { Manifest } from "./manifest.ts";

/** What differs between what was approved and what would run now, one sentence each; empty when nothing does. */
export function manifestDifferences(approved: Manifest, now: Manifest): string[] {
  return [
    ...(approved.definition === now.definition && approved.workflow.revision === now.workflow.revision ? [] : ["The definition is another revision."]),
    ...(approved.brief.digest === now.brief.digest ? [] : ["The brief is another version."]),
    ...namesOfBoth(approved.models, now.models).flatMap((role) => changeOf(`The model for ${role}`, approved.models[role], now.models[role])),
    ...toolDifferences(approved.tools, now.tools),
    ...(approved.policy === now.policy ? [] : ["The policy of this installation is another version."]),
    ...(saidBy(approved) === saidBy(now) ? [] : ["The checks say something else about the plan."]),
  ];
}

function toolDifferences(approved: Manifest["tools"], now: Manifest["tools"]): string[] {
  const [before, after] = [approved, now].map((tools) => Object.fromEntries(tools.map((tool) => [tool.name, tool])));
  return namesOfBoth(before ?? {}, after ?? {}).flatMap((name) => {
    const [was, is] = [before?.[name], after?.[name]];
    if (was === undefined) return [`The tool ${name} is new.`];
    if (is === undefined) return [`The tool ${name} is gone.`];
    return JSON.stringify(Object.entries(was).toSorted()) === JSON.stringify(Object.entries(is).toSorted()) ? [] : [`The tool ${name} has changed.`];
  });
}

function changeOf(subject: string, was: string | undefined, is: string | undefined): string[] {
  return was === is ? [] : [`${subject} was ${was ?? "none"} and is ${is ?? "none"} now.`];
}

const saidBy = ({ findings, notRun, waivers }: Manifest) => JSON.stringify([findings, notRun, waivers].map((parts) => parts.map((part) => Object.entries(part).toSorted())));

function namesOfBoth(one: object, other: object): string[] {
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].toSorted();
}
