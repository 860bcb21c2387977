import { fallbackOf } from "../../models/model-place.ts";
import type { ModelRole } from "../../workflow/model-role.ts";
import type { Node } from "../../workflow/node.ts";
import { setField } from "../fix.ts";
import { found, onNode, reasonsTogether, unknownIn, type Examined, type Rule, type RuleFinding } from "../rule.ts";

/** A model that checks itself: what it got wrong once it gets wrong twice, in the same way. */
export const sameModel: Rule = {
  id: "verify/same-model",
  severity: "warning",
  reads: "structure",
  why: "One and the same model makes the same mistake when it checks as when it claimed.",
  examine(examined) {
    const { graph, view, surroundings } = examined;
    const checks = graph.nodes.filter((node) => node.kind === "verify");
    const asked = new Set(checks.flatMap(({ role }) => (typeof role === "string" ? [role] : [])));
    const unresolved = [...asked].find((role) => surroundings.modelOf(role) === null);
    // Most plans have one check: a walk for each of a few.
    const producers = checks.slice(0, mostWalked).map((check) => [check, rolesBefore(check, view)] as const);
    return found(
      producers.flatMap(([check, roles]) => findingOf(check, roles, examined) ?? []),
      reasonsTogether(
        unresolved === undefined ? null : `which model serves the role ${unresolved} is not known`,
        unknownIn(checks, "the role", (node) => (node.kind === "verify" ? node.role : undefined)),
        checks.length > mostWalked ? `only the first ${mostWalked} checks were looked at` : null,
      ),
    );
  },
};

const mostWalked = 50;

type Check = Extract<Node, { kind: "verify" }>;

function rolesBefore(check: Check, view: Examined["view"]): Set<ModelRole> {
  const before = view.before([check], { along: "data", stopAt: ({ kind }) => kind === "verify" });
  return new Set([...before].flatMap((node) => (node.kind === "agent" && typeof node.role === "string" ? [node.role] : [])));
}

function findingOf(check: Check, roles: ReadonlySet<ModelRole>, { surroundings: { modelOf } }: Examined): RuleFinding | null {
  const { role, title } = check;
  if (typeof role !== "string") return null;
  const model = modelOf(role);
  // What the installation serves by program compares texts: it has no opinion to repeat, and is shown as a text check.
  if (model?.startsWith("offline:") === true) return null;
  if (roles.has(role)) {
    const fixes = role === "verifier" ? [] : [setField("Let the verifier's model check", check.id, ["role"], "verifier")];
    return onNode(check, `"${title}" is served by the model of the role ${role}, like those whose claims it checks.`, fixes);
  }
  if (model !== null && [...roles].some((one) => modelOf(one) === model)) return onNode(check, `"${title}" and those whose claims it checks are both served by ${model}.`);
  const others = new Set([...roles].flatMap((one) => [modelOf(one), modelOf(fallbackOf(one))]));
  const fallback = modelOf(fallbackOf(role));
  if (fallback !== null && others.has(fallback)) return onNode(check, `When its own model can't be used, "${title}" is served by ${fallback}, like those whose claims it checks.`);
  return model !== null && others.has(model) ? onNode(check, `When a model can't be used, those whose claims "${title}" checks are served by its own, ${model}.`) : null;
}
