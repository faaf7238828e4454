/** Where this machine itself reaches its server. @param HOST what it listens on @returns `host:port` */
export function loopback({ HOST, PORT }: { HOST: string; PORT: number }): string {
  if (HOST === "0.0.0.0" || HOST === "::") return `127.0.0.1:${PORT}`;
  return HOST.includes(":") ? `[${HOST}]:${PORT}` : `${HOST}:${PORT}`;
}

/** Whether a name is this machine's own, whoever asks for it. */
export function isOwnName(hostname: string): boolean {
  return hostname === "localhost" || hostname === "[::1]" || /^127\./.test(hostname);
}
