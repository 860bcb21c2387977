import type { CSSVariablesResolver } from "@mantine/core";
import { darkTokens, lightTokens } from "./color-token.ts";

/** What Mantine calls a colour, told in our tokens: both themes then differ by the tokens alone. */
const mantineColors = {
  "--mantine-color-body": "var(--surface)",
  "--mantine-color-text": "var(--text)",
  "--mantine-color-bright": "var(--text)",
  "--mantine-color-dimmed": "var(--text-3)",
  "--mantine-color-placeholder": "var(--text-3)",
  "--mantine-color-anchor": "var(--accent-text)",
  "--mantine-color-error": "var(--failed)",
  "--mantine-color-success": "var(--completed)",
  "--mantine-color-default": "var(--surface)",
  "--mantine-color-default-hover": "var(--hover)",
  "--mantine-color-default-color": "var(--text)",
  "--mantine-color-default-border": "var(--border-2)",
  "--mantine-color-disabled": "var(--sunken)",
  "--mantine-color-disabled-color": "var(--text-3)",
  "--mantine-color-disabled-border": "var(--border)",
  "--mantine-primary-color-contrast": "var(--on-accent)",
  "--mantine-color-accent-contrast": "var(--on-accent)",
  "--mantine-color-accent-text": "var(--accent-text)",
  "--mantine-color-accent-filled": "var(--accent)",
  "--mantine-color-accent-filled-hover": "var(--accent-hover)",
  "--mantine-color-accent-light": "var(--accent-soft)",
  "--mantine-color-accent-light-hover": "var(--accent-soft)",
  "--mantine-color-accent-light-color": "var(--accent-text)",
  "--mantine-color-accent-outline": "var(--accent-text)",
};

/** Writes the tokens as CSS variables and points Mantine's own variables at them. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: { "--mono": "var(--mantine-font-family-monospace)" },
  light: { ...named(lightTokens), ...mantineColors },
  dark: { ...named(darkTokens), ...mantineColors },
});

function named(tokens: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(tokens).map(([name, value]) => [`--${name}`, value]));
}
