/** Addresses of other people's servers that somebody gives us to send to. */

/** Names that no server of the internet has: of this machine, of a house, of an office (RFC 6761, RFC 6762, RFC 8375). */
const LOCAL =
  /\.(?:localhost|local|localdomain|internal|intranet|lan|home|corp|private|arpa|test|invalid|example|onion)$/;

/** A name of several parts whose last is no number, as IPv4 addresses are once `URL` has read them. */
const PUBLIC_NAME = /^(?:[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?\.)+[a-z](?:[a-z0-9-]*[a-z0-9])$/;

/**
 * An address in one spelling; null where it can be none that we send to: not https, another port, a name or password in
 * it, a host that is an IP address or a local name, or longer than `longest`. Where the name leads is asked when it is sent.
 */
export function publicUrl(text: string, longest: number): string | null {
  if (text.length > longest || !URL.canParse(text)) return null;
  const { protocol, hostname, port, username, password, href } = new URL(text);
  if (protocol !== "https:" || port !== "" || username !== "" || password !== "") return null;
  if (!PUBLIC_NAME.test(hostname) || LOCAL.test(hostname)) return null;
  const spelt = href.replace(/#.*$/, "");
  return spelt.length <= longest ? spelt : null;
}
