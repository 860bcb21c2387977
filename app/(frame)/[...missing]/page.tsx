import { notFound } from "next/navigation";
import { requireMember } from "../../../server/api/page-guard.ts";

/** Any other address, so that a mistyped one is told inside the frame. */
export default async function MissingRoute() {
  await requireMember();
  notFound();
}
