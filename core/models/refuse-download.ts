/**
 * Stands in the place of the AI SDK's own download: prompts are text, and whatever address stands in one, nobody goes
 * there.
 * @throws when anything is to be fetched.
 */
export async function refuseDownload(wanted: readonly { url: URL }[]): Promise<[]> {
  if (wanted.length > 0) throw new Error("Nothing is fetched for a prompt.");
  return [];
}
