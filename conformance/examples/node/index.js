"use strict";

const { parseArgs } = require("node:util");
const createApp = require("./expressServer");

const { values } = parseArgs({
  options: {
    host: { type: "string", default: "127.0.0.1" },
    port: { type: "string", default: "8080" },
  },
});

const server = createApp().listen(Number(values.port), values.host, (error) => {
  if (error) {
    console.error(error.message);
    process.exit(1);
  }
  console.log(`Listening on http://${values.host}:${server.address().port}`);
});
// Clients keep connections for longer than Node.js's five seconds, and lose a request where it closes one first.
server.keepAliveTimeout = 65_000;

process.on("SIGTERM", () => server.close());
