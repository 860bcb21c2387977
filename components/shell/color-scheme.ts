import type { MantineColorScheme } from "@mantine/core";

/** The three themes a person can choose; the choice is kept in the browser. */
export const colorSchemes: readonly { value: MantineColorScheme; label: string }[] = [
  { value: "light", label: "Light" },
  { value: "dark", label: "Dark" },
  { value: "auto", label: "As the system" },
];

export function isColorScheme(value: string): value is MantineColorScheme {
  return colorSchemes.some((scheme) => scheme.value === value);
}
