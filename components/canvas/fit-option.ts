/** Fits the whole graph between lane heads and controls, never larger than life. */
export const fitOptions = { padding: { top: "56px", bottom: "64px", left: "48px", right: "48px" }, maxZoom: 1 } as const;

/** What a graph opens with: cards that can still be read matter more than the last of them being in view. */
export const openingOptions = { ...fitOptions, minZoom: 0.45 } as const;
