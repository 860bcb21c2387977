import { handleProcedures } from "../../../../server/api/trpc-handler.ts";

export const dynamic = "force-dynamic";

export { handleProcedures as GET, handleProcedures as POST };
