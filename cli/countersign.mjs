#!/usr/bin/env node
// The bin goes the way of every npm script, so that it finds a Node that is new enough, the packages and the database.
process.argv.splice(2, 0, "cli");
await import("../scripts/run.mjs");
