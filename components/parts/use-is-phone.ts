import { useMediaQuery } from "@mantine/hooks";

/** Whether the window is as narrow as a phone; in the browser known from the first drawing on. */
export function useIsPhone(): boolean {
  return useMediaQuery("(max-width: 48em)", undefined, { getInitialValueInEffect: false }) === true;
}
