import { spotlight } from "@mantine/spotlight";

/** Opens the command palette from wherever a person asks for it. */
export function openPalette(): void {
  spotlight.open();
}
