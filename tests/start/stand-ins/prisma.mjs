import { mkdirSync } from "node:fs";

mkdirSync("server/db/generated", { recursive: true });
