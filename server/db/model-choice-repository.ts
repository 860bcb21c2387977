import { z } from "zod";
import { modelRoles, type ModelRole } from "../../core/workflow/model-role.ts";
import type { Database } from "./client.ts";

const fields = { role: true, model: true, chosenByName: true, chosenAt: true } as const;

const roleSchema = z.enum(modelRoles);

/** What admins chose for roles. */
export function modelChoiceRepository(database: Database) {
  return {
    async list() {
      const rows = await database.modelChoice.findMany({ select: fields });
      // A role that a newer version knew is none here.
      return rows.flatMap(({ role, ...row }) => {
        const known = roleSchema.safeParse(role);
        return known.success ? [{ role: known.data, ...row }] : [];
      });
    },

    async hold(role: ModelRole) {
      // A choice that isn't there can't be locked; those who choose for the same role take turns all the same.
      await database.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`model-choice ${role}`}))`;
      const row = await database.modelChoice.findUnique({ where: { role }, select: fields });
      return row === null ? null : { ...row, role };
    },

    async put({ role, ...choice }: { role: ModelRole; model: string; chosenByName: string; chosenAt: Date }) {
      await database.modelChoice.upsert({ where: { role }, create: { role, ...choice }, update: choice });
    },

    async remove(role: ModelRole) {
      await database.modelChoice.deleteMany({ where: { role } });
    },
  };
}
