import { inEnglish, perNode, wordings, type Operator } from "../operator.ts";

const lenient = ["OK if it looks good.", "Use your best judgement on overall quality and readability.", "The response is clear, well organised and pleasant to read.", "Pass when nothing is empty."];

export const criteriaOperators: Operator[] = [
  { name: "criteria that ask for nothing", breaks: "prose", caughtBy: ["verify/form-only"], mutate: inEnglish(wordings(lenient, (criteria) => perNode("verify", () => ({ criteria })))) },
];
