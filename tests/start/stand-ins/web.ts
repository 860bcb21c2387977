import { createServer } from "node:http";

const server = createServer((_request, response) => response.end(`${process.pid}\n`));
const tell = (message: { status: string; url?: string; message?: string }) => process.send?.(message);
const leave = () => {
  server.closeAllConnections();
  server.close(() => process.exit(0));
};

process.once("disconnect", leave);
process.once("SIGTERM", leave);
server.once("error", (error) => {
  tell({ status: "refused", message: `The web process could not listen: ${error.message}.` });
  process.exitCode = 1;
  process.disconnect();
});
server.listen(Number(process.env.PORT), process.env.HOST, () => tell({ status: "ready", url: `http://${process.env.HOST}:${process.env.PORT}` }));
