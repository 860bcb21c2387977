/** The mark: two ticks in a box, one for who asked and one for who checked. */
export function BrandMark({ size = 20 }: { size?: number }) {
  return (
    <svg viewBox="0 0 20 20" width={size} height={size} aria-hidden="true">
      <rect x="1" y="1" width="18" height="18" rx="4" fill="var(--text)" />
      <g fill="none" stroke="var(--surface)" strokeWidth="1.8" strokeLinecap="round" strokeLinejoin="round">
        <path d="M5 12.2l2.6 2.6L11 11" />
        <path d="M9.2 8.2l2.6 2.6L15.4 6" />
      </g>
    </svg>
  );
}
