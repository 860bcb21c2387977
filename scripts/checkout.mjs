import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

/** Absolute path of the checkout that this script belongs to. */
export const checkout = dirname(dirname(fileURLToPath(import.meta.url)));

/** Flags with which Node runs the TypeScript of this checkout as it is. */
export const typescriptFlags = ["--experimental-strip-types", "--disable-warning=ExperimentalWarning"];
