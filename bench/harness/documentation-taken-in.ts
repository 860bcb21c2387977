import type { Resident } from "../../tests/browser/resident.ts";
import { until } from "./until.ts";

/** Resolves once the documentation of the installed packages is indexed, so that it doesn't share the processors. */
export async function documentationTakenIn({ api }: Resident): Promise<void> {
  await until(async () => {
    const collections = await api.sources.collections.query();
    return collections.length > 0 && collections.every(({ expected, documentCount }) => expected === null && documentCount > 0);
  }, 500);
}
