/** Fits the whole graph between lane heads and controls, never larger than life. */
export const fitOptions = { padding: { top: "56px", bottom: "64px", left: "48px", right: "48px" }, maxZoom: 1 } as const;
