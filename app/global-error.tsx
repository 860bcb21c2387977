"use client";

import "./globals.css";
import { useEffect } from "react";

/** The last resort, when not even the frame could be drawn: it leans on nothing that may be broken. */
export default function GlobalError({ error, retry }: { error: unknown; retry: () => void }) {
  useEffect(() => console.error(error), [error]);
  return (
    <html lang="en">
      <body style={{ fontFamily: "system-ui, sans-serif", fontSize: 14, lineHeight: "20px", padding: 32 }}>
        <title>Countersign</title>
        <main>
          <h1 style={{ fontSize: 18, lineHeight: "26px" }}>Countersign could not draw this page</h1>
          <p>It is a fault of Countersign, not yours. What was saved is kept.</p>
          <p style={{ marginTop: 16 }}>
            <button type="button" onClick={retry}>
              Try again
            </button>
          </p>
        </main>
      </body>
    </html>
  );
}
