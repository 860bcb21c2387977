import { z } from "zod";
import { modelPlaces, type ModelPlace } from "../../core/models/model-place.ts";
import type { Database } from "./client.ts";

const fields = { role: true, model: true, chosenByName: true, chosenAt: true } as const;

const placeSchema = z.enum(modelPlaces);

/** What admins chose to serve roles and to take over in them. */
export function modelChoiceRepository(database: Database) {
  return {
    async list() {
      const rows = await database.modelChoice.findMany({ select: fields });
      // A role that a newer version knew is none here.
      return rows.flatMap(({ role, ...row }) => {
        const known = placeSchema.safeParse(role);
        return known.success ? [{ place: known.data, ...row }] : [];
      });
    },

    async hold(place: ModelPlace) {
      // A choice that isn't there can't be locked; those who choose for the same place take turns all the same.
      await database.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`model-choice ${place}`}))`;
      const row = await database.modelChoice.findUnique({ where: { role: place }, select: fields });
      if (row === null) return null;
      const { role: _, ...choice } = row;
      return { ...choice, place };
    },

    async put({ place, ...choice }: { place: ModelPlace; model: string; chosenByName: string; chosenAt: Date }) {
      await database.modelChoice.upsert({ where: { role: place }, create: { role: place, ...choice }, update: choice });
    },

    async remove(place: ModelPlace) {
      await database.modelChoice.deleteMany({ where: { role: place } });
    },
  };
}
