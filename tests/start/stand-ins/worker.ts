const work = setInterval(() => {}, 1_000_000);
const leave = () => {
  clearInterval(work);
  process.exit(0);
};

// A worker that is deep in its work does not hear that it should leave.
if (process.env.STAND_IN_WORKER_IS_DEAF === undefined) {
  process.once("disconnect", leave);
  process.once("SIGTERM", leave);
} else {
  process.on("SIGTERM", () => {});
}
process.send?.({ status: "ready" });
