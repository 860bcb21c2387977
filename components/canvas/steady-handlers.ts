import { useLayoutEffect, useRef, useState } from "react";

type Handlers = Record<string, (...details: never[]) => void>;

/**
 * The same handlers, as functions that never change: React Flow tells its whole store of every handler that is another
 * function than before, and draws every card anew.
 */
export function useSteadyHandlers<Given extends Handlers>(handlers: Given): Given {
  const latest = useRef(handlers);
  useLayoutEffect(() => {
    latest.current = handlers;
  });
  const [steady] = useState(() => Object.fromEntries(Object.keys(handlers).map((name) => [name, (...details: never[]) => latest.current[name]?.(...details)])) as Given);
  return steady;
}
