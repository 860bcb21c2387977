import { mkdirSync, writeFileSync } from "node:fs";

mkdirSync(".next", { recursive: true });
writeFileSync(".next/BUILD_ID", "stand-in\n");
