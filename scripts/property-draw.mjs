const seed = Number(process.env["COUNTERSIGN_TEST_SEED"] ?? 20_261_122);
const runs = Number(process.env["COUNTERSIGN_PROPERTY_RUNS"] ?? 100);

/** Which cases property tests draw: the same on every machine, others by `COUNTERSIGN_TEST_SEED`, more by `COUNTERSIGN_PROPERTY_RUNS`. */
export const propertyDraw = { seed, runs };
