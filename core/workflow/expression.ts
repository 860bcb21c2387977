import { celEnv, isCelError, isCelList, isCelMap, parse, plan, type CelInput, type CelValue } from "@bufbuild/cel";
import { strings } from "@bufbuild/cel/ext";
import type { JsonValue } from "./json-value.ts";

/** What an expression comes to, or one sentence on why it comes to nothing. */
export type Evaluation = { ok: true; value: JsonValue } | { ok: false; message: string };

/** `map`, `filter` and their like, one inside the other: each level multiplies the work. */
const maxComprehensionDepth = 3;
const maxListLength = 100_000;

const environment = celEnv({ funcs: strings });

const parsedBySource = new Map<string, ReturnType<typeof parse>>();
const mostParsed = 2_000;

/** What an expression parses to; those of a plan are looked at again at every edit. */
function parsed(source: string): ReturnType<typeof parse> {
  const known = parsedBySource.get(source) ?? parse(source);
  if (parsedBySource.size >= mostParsed) parsedBySource.clear();
  parsedBySource.set(source, known);
  return known;
}

type Expression = NonNullable<ReturnType<typeof parse>["expr"]>;

/**
 * Checks what can be known of an expression (CEL, https://cel.dev) before it is evaluated.
 * @param names that are bound where it stands.
 * @returns one sentence on what is wrong; null when nothing is.
 */
export function expressionProblem(source: string, names: readonly string[]): string | null {
  try {
    return problemIn(parsed(source).expr, new Set(names), 0);
  } catch (error) {
    return sentenceOn(error);
  }
}

/** Evaluates an expression. Whole numbers are bound as ints, all others as doubles. */
export function evaluateExpression(source: string, values: Readonly<Record<string, JsonValue>>): Evaluation {
  try {
    const expression = parsed(source);
    const problem = problemIn(expression.expr, new Set(Object.keys(values)), 0);
    if (problem !== null) return { ok: false, message: problem };
    const bindings = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, asInput(value)]));
    const result = plan(environment, expression)(bindings);
    return isCelError(result) ? { ok: false, message: sentenceOn(result) } : { ok: true, value: asJson(result) };
  } catch (error) {
    return { ok: false, message: sentenceOn(error) };
  }
}

/** Which of the names bound around it an expression looks at, and which fields of `inputs` it takes for granted; null when it doesn't parse. */
export function namesIn(source: string): { names: ReadonlySet<string>; inputs: ReadonlySet<string> } | null {
  const names = new Set<string>();
  const inputs = new Set<string>();
  const walk = (expression: Expression | undefined, bound: ReadonlySet<string>): void => {
    if (expression === undefined) return;
    const { exprKind } = expression;
    if (exprKind.case === "identExpr") {
      if (!bound.has(exprKind.value.name)) names.add(exprKind.value.name);
    } else if (exprKind.case === "selectExpr") {
      const { operand, field, testOnly } = exprKind.value;
      if (!testOnly && operand?.exprKind.case === "identExpr" && operand.exprKind.value.name === "inputs" && !bound.has("inputs")) inputs.add(field);
      walk(operand, bound);
    } else if (exprKind.case === "comprehensionExpr") {
      const { iterVar, iterVar2, accuVar, iterRange, accuInit, loopCondition, loopStep, result } = exprKind.value;
      const within = new Set([...bound, iterVar, iterVar2, accuVar]);
      for (const part of [iterRange, accuInit]) walk(part, bound);
      for (const part of [loopCondition, loopStep, result]) walk(part, within);
    } else {
      for (const part of partsOf(exprKind)) walk(part, bound);
    }
  };
  try {
    walk(parsed(source).expr, new Set());
    return { names, inputs };
  } catch {
    return null;
  }
}

const longestSettled = 500;

/**
 * What an expression comes to whatever a run brings: it looks at nothing but the names given here.
 * @returns null where that can't be told without a run, or only by more than operators on what is written down.
 */
export function settledValue(source: string, values: Readonly<Record<string, JsonValue>> = {}): JsonValue | null {
  const named = namesIn(source);
  if (named === null || source.length > longestSettled || [...named.names].some((name) => !Object.hasOwn(values, name))) return null;
  if (!isPlain(parsed(source).expr)) return null;
  const evaluation = evaluateExpression(source, values);
  return evaluation.ok ? evaluation.value : null;
}

/** Nothing in it takes more work than its own length: operators and `size`, no functions, no comprehensions. */
function isPlain(expression: Expression | undefined): boolean {
  if (expression === undefined) return true;
  const { exprKind } = expression;
  if (exprKind.case === "comprehensionExpr") return false;
  if (exprKind.case === "selectExpr") return isPlain(exprKind.value.operand);
  if (exprKind.case === "callExpr" && !/^(?:[_!@-].*|size)$/.test(exprKind.value.function)) return false;
  return partsOf(exprKind).every(isPlain);
}

/** The operands of a call, a list or a structure. */
function partsOf(exprKind: Expression["exprKind"]): (Expression | undefined)[] {
  if (exprKind.case === "callExpr") return [exprKind.value.target, ...exprKind.value.args];
  if (exprKind.case === "listExpr") return exprKind.value.elements;
  if (exprKind.case === "structExpr") return exprKind.value.entries.flatMap(({ keyKind, value }) => [keyKind.case === "mapKey" ? keyKind.value : undefined, value]);
  return [];
}

/** Walks an expression for names that nobody binds and for work that multiplies too often. */
function problemIn(expression: Expression | undefined, bound: ReadonlySet<string>, depth: number): string | null {
  if (expression === undefined) return null;
  const { exprKind } = expression;
  const inside = (parts: readonly (Expression | undefined)[]) => firstOf(parts, (part) => problemIn(part, bound, depth));
  switch (exprKind.case) {
    case "identExpr": {
      const { name } = exprKind.value;
      return bound.has(name) || isType(name) ? null : `Nothing here is called ${name}; there is ${[...bound].toSorted().join(", ")}.`;
    }
    case "selectExpr":
      return inside([exprKind.value.operand]);
    case "callExpr":
    case "listExpr":
    case "structExpr":
      return inside(partsOf(exprKind));
    case "comprehensionExpr": {
      if (depth === maxComprehensionDepth) return `At most ${maxComprehensionDepth} of map, filter, all and exists may stand one inside the other.`;
      const { iterVar, iterVar2, accuVar, iterRange, accuInit, loopCondition, loopStep, result } = exprKind.value;
      const within = new Set([...bound, iterVar, iterVar2, accuVar]);
      return inside([iterRange, accuInit]) ?? firstOf([loopCondition, loopStep, result], (part) => problemIn(part, within, depth + 1));
    }
    default:
      return null;
  }
}

const typeNames = new Set(["int", "uint", "double", "bool", "string", "bytes", "list", "map", "null_type", "type"]);

function isType(name: string): boolean {
  return typeNames.has(name);
}

function firstOf<T>(parts: readonly T[], problemOf: (part: T) => string | null): string | null {
  for (const part of parts) {
    const problem = problemOf(part);
    if (problem !== null) return problem;
  }
  return null;
}

function asInput(value: JsonValue): CelInput {
  if (typeof value === "number") return Number.isSafeInteger(value) ? BigInt(value) : value;
  if (Array.isArray(value)) return value.map(asInput);
  if (value === null || typeof value !== "object") return value;
  return new Map(Object.entries(value).map(([key, part]) => [key, asInput(part)]));
}

/** @throws RangeError for what JSON can't hold. */
function asJson(value: CelValue): JsonValue {
  if (value === null || typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value === "number" && Number.isFinite(value)) return value;
  if (typeof value === "bigint" && value >= Number.MIN_SAFE_INTEGER && value <= Number.MAX_SAFE_INTEGER) return Number(value);
  if (isCelList(value)) {
    if (value.size > maxListLength) throw new RangeError(`The list has ${value.size} entries, more than ${maxListLength}.`);
    return [...value].map(asJson);
  }
  if (isCelMap(value)) return Object.fromEntries([...value.entries()].map(([key, part]) => [String(key), asJson(part)]));
  throw new RangeError("The result can't be written as JSON.");
}

/** The evaluator says where in a text of one line; a deep nesting overflows its stack. */
function sentenceOn(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof RangeError && message.includes("call stack")) return "The expression is nested too deeply.";
  return message.replace(/^<input>:1:(\d+): /, "At character $1: ");
}
