import type { PrismaClient } from "./client.ts";

/** Until when no worker asks a provider: what one of them was told counts for all. */
export function providerPauses(prisma: PrismaClient) {
  return {
    async until(provider: string): Promise<Date | null> {
      return (await prisma.providerPause.findUnique({ where: { provider } }))?.until ?? null;
    },

    async extend(provider: string, until: Date): Promise<void> {
      await prisma.$executeRaw`
        INSERT INTO provider_pause (provider, until) VALUES (${provider}, ${until.toISOString()}::timestamptz)
        ON CONFLICT (provider) DO UPDATE SET until = GREATEST(provider_pause.until, EXCLUDED.until)`;
    },

    /** After somebody changed how it is reached, what it said before counts no more. */
    async forget(provider: string): Promise<void> {
      await prisma.providerPause.deleteMany({ where: { provider } });
    },
  };
}
