"use client";

import { useMounted } from "@mantine/hooks";
import { BriefAside } from "./brief-aside.tsx";
import { BriefForm } from "./brief-form.tsx";

/** The page of a new brief. What was typed before is in this browser only, so the form comes with the browser. */
export function BriefScreen() {
  return useMounted() ? <BriefForm base={null} aside={<BriefAside />} /> : null;
}
