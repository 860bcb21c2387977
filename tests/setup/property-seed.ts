import fc from "fast-check";
import { propertyDraw } from "../../scripts/property-draw.mjs";

fc.configureGlobal({ seed: propertyDraw.seed, numRuns: propertyDraw.runs });
