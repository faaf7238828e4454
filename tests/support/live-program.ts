/** Program: the live handlers of server.ts alone. It tells its parent the port, and lives until it is killed. */
import http from "node:http";
import type { AddressInfo } from "node:net";
import { answer, startLive } from "#live/handlers.ts";
import { again } from "./live.ts";

startLive();
const server = http.createServer((request, response) => {
  if (!answer(request, response, again)) response.writeHead(404).end();
});
server.listen(0, "127.0.0.1", () => process.send?.((server.address() as AddressInfo).port));
process.once("disconnect", () => process.exit());
