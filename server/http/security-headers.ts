/** What the policy depends on. */
export interface PolicySettings {
  nonce: string;
  /** React and hot reload need eval and a web socket while developing. */
  isDevelopment: boolean;
}

/**
 * The content security policy of one answer: scripts by nonce only, everything from here, nothing inside frames.
 * Inline styles are allowed because the component library writes them.
 */
export function contentSecurityPolicy({ nonce, isDevelopment }: PolicySettings): string {
  const scripts = ["'self'", `'nonce-${nonce}'`, "'strict-dynamic'", ...(isDevelopment ? ["'unsafe-eval'"] : [])];
  return [
    "default-src 'self'",
    `script-src ${scripts.join(" ")}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${isDevelopment ? " ws:" : ""}`,
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

const yearInSeconds = 365 * 24 * 60 * 60;

/** Headers of every answer, files included. */
export function securityHeaders(policy: string, isHttps: boolean): Record<string, string> {
  return {
    "content-security-policy": policy,
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    // Not "no-referrer": browsers would then send "Origin: null" with our own forms.
    "referrer-policy": "same-origin",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    ...(isHttps ? { "strict-transport-security": `max-age=${yearInSeconds}` } : {}),
  };
}
