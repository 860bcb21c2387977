import { createServices } from "../../server/services.ts";
import { effectTool } from "./effect-tool.ts";

const [databaseUrl = "", folder = ""] = process.argv.slice(2);

// Postgres is killed too: what its pools say about it is no end of this process.
process.on("unhandledRejection", (reason) => console.error("Nobody waited for:", reason));
const services = createServices({ databaseUrl, secret: "a secret of at least thirty-two characters", publicOrigin: null, port: 3000 }, { tools: [effectTool(folder)] });
const { workerId } = await services.startWork();
process.send?.({ workerId });
