import { describe, expect, it } from "vitest";
import { afterFixes, examineWith, tripped } from "../../../tests/setup/examine.ts";
import { agent, chain, synthesize, verify } from "../../../tests/setup/part.ts";
import { sameModel } from "./same-model.ts";

const checked = (own: Parameters<typeof verify>[1] = {}) => ({ nodes: [agent("a", { maxTurns: 2 }), verify("v", own), synthesize("report")], edges: chain("a", "v", "report"), reportNode: "report" });
const served = (models: Record<string, string>) => ({ modelOf: (role: string) => models[role] ?? null });

describe("verify/same-model", () => {
  it("trips where check and worker have one role, whatever serves it, and offers the verifier's", () => {
    expect(tripped(sameModel, checked({ role: "worker" }))).toEqual(["v"]);
    expect(afterFixes(sameModel, checked({ role: "worker" }), null, served({ worker: "a:large", verifier: "b:large" }))).toEqual({ left: [], added: [] });
  });

  it("trips where two roles are served by one model", () => {
    expect(examineWith(sameModel, checked(), null, served({ worker: "a:large", verifier: "a:large" }))).toMatchObject([{ message: '"v" and those whose claims it checks are both served by a:large.' }]);
  });

  it("trips where the two become one when a model takes over, on either side", () => {
    const models = { worker: "a:large", verifier: "b:large" };
    expect(examineWith(sameModel, checked(), null, served({ ...models, "verifier fallback": "a:large" }))).toMatchObject([{ message: 'When its own model can\'t be used, "v" is served by a:large, like those whose claims it checks.' }]);
    expect(examineWith(sameModel, checked(), null, served({ ...models, "worker fallback": "b:large" }))).toMatchObject([{ message: 'When a model can\'t be used, those whose claims "v" checks are served by its own, b:large.' }]);
    expect(tripped(sameModel, checked(), null, served({ ...models, "verifier fallback": "c:large", "worker fallback": "d:large" }))).toEqual([]);
  });

  it("is silent where the models differ, and where both are programs", () => {
    expect(tripped(sameModel, checked(), null, served({ worker: "a:large", verifier: "b:large" }))).toEqual([]);
    expect(tripped(sameModel, checked(), null, served({ worker: "offline:templates", verifier: "offline:templates" }))).toEqual([]);
  });

  it("does not run where nobody knows which model serves the check", () => {
    expect(examineWith(sameModel, checked())).toBe("which model serves the role verifier is not known");
  });
});
