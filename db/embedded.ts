/** The Postgres of a machine that has none: binaries from an npm package, data in a folder of the project. */
import { accessSync, chmodSync, constants, existsSync, mkdirSync } from "node:fs";
import path from "node:path";
import { findBinaries } from "./embedded/binaries.ts";
import { checkVersion, createData } from "./embedded/data.ts";
import { inWords } from "./embedded/in-words.ts";
import { ownerOf } from "./embedded/owner.ts";
import { launch, stopServer } from "./embedded/server.ts";
import { socketFolder } from "./embedded/socket.ts";
import { inSession } from "./session.ts";

const user = "wallchart";

export interface Cluster {
  /** True where this call started it, false where it was found running. */
  started: boolean;
  /** The connection string of one of its databases, which need not exist yet. */
  url(database: string): string;
  /** Ends every session and stops it, with nothing lost. */
  stop(): Promise<void>;
}

/** No network, room for two instances and their tests, and no personal data in the log. */
const defaults = {
  listen_addresses: "",
  unix_socket_permissions: "0700",
  max_connections: "200",
  timezone: "UTC",
  log_timezone: "UTC",
  jit: "off",
  // The detail of an error quotes the row, and a statement may quote an address.
  log_error_verbosity: "terse",
  log_min_error_statement: "panic",
};

/**
 * Starts the cluster in a folder, created if missing, or takes over one that a killed start left running.
 * @param folder absolute; holds data, socket and log
 * @throws Trouble when it cannot run here, was made by another Postgres, or is not ready within a minute
 */
export async function startCluster(folder: string, settings: Record<string, string> = {}): Promise<Cluster> {
  try {
    return await start(folder, settings);
  } catch (error) {
    throw inWords(error, folder);
  }
}

async function start(folder: string, settings: Record<string, string>): Promise<Cluster> {
  mkdirSync(folder, { recursive: true });
  accessSync(folder, constants.W_OK);
  const binaries = findBinaries();
  const owner = ownerOf(folder, binaries.postgres);
  owner.give(folder);
  chmodSync(folder, 0o700);
  const data = path.join(folder, "data");
  if (!existsSync(data)) createData(data, user, binaries.initdb, owner);
  checkVersion(data, binaries.postgres);
  const socket = socketFolder(folder, owner);
  const url = (database: string) =>
    `postgres://${user}@localhost/${database}?host=${encodeURIComponent(socket)}`;
  const ready = () => answers(url("postgres"));
  const started = !(await ready());
  if (started) {
    const all = Object.entries({ ...defaults, unix_socket_directories: socket, ...settings });
    const args = ["-D", data, ...all.flatMap(([key, value]) => ["-c", `${key}=${value}`])];
    await launch(data, path.join(folder, "log"), owner.wrap(binaries.postgres, args), ready);
  }
  return { started, url, stop: () => stopServer(data) };
}

/** Creates a database of the cluster if it is missing. */
export async function ensureDatabase(cluster: Cluster, name: string): Promise<void> {
  try {
    await inSession(cluster.url("postgres"), async (sql) => sql`create database ${sql(name)}`);
  } catch (error) {
    // It is there, or another process creates it at this moment.
    if (!["42P04", "23505"].includes((error as { code?: string }).code ?? "")) throw error;
  }
}

async function answers(url: string): Promise<boolean> {
  return inSession(url, async (sql) => sql`select 1`).then(
    () => true,
    () => false,
  );
}
