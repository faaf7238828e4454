/** Where it went wrong and never with what: a database's message may quote an address. */
export function reason(error: unknown): string {
  const { name, code, stack } = ((error as Error).cause ?? error) as Error & { code?: string };
  return `${name} ${code ?? ""}\n${stack?.split("\n").slice(1).join("\n")}`;
}
