export const dynamic = "force-dynamic";

/** Says that this process answers; the supervisor and the browser's offline notice ask. */
export function GET(): Response {
  return Response.json({ status: "ok" });
}
