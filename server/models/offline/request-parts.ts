import type { LanguageModelV4Prompt } from "@ai-sdk/provider";
import { requestPartSchema, type RequestPart, type RequestPartOf } from "../../../core/run/request-part.ts";
import { userData } from "./turn.ts";

/** The parts of a request in a run, oldest first; what is none of them is left out. */
export interface RequestParts {
  all: RequestPart[];
  one<Sort extends RequestPart["part"]>(sort: Sort): RequestPartOf<Sort> | undefined;
  each<Sort extends RequestPart["part"]>(sort: Sort): RequestPartOf<Sort>[];
}

export function requestPartsIn(prompt: LanguageModelV4Prompt): RequestParts {
  const all = userData(prompt).flatMap((data) => {
    const parsed = requestPartSchema.safeParse(data);
    return parsed.success ? [parsed.data] : [];
  });
  const each = <Sort extends RequestPart["part"]>(sort: Sort) => all.filter((part): part is RequestPartOf<Sort> => part.part === sort);
  return { all, each, one: (sort) => each(sort).at(-1) };
}
