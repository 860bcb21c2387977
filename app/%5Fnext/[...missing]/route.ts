/** A file of another build, or of none: told plainly, because whoever asks is a program and has nothing to sign in with. */
export function GET(): Response {
  return new Response("There is no such file.\n", { status: 404, headers: { "content-type": "text/plain; charset=utf-8" } });
}
