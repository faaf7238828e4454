/** The one cookie: what it is called, and how it is given. */

/** How long a browser keeps it, and we the device behind it, in days. */
export const COOKIE_DAYS = 180;

/** Where the public address is https it carries the prefix that no other host or plain page can plant (RFC 6265bis, 4.1.3.2). */
export function cookieName(origin: string): string {
  return isSecure(origin) ? "__Host-wallchart" : "wallchart";
}

/** Its attributes, as the framework takes them. */
export function cookieOptions(origin: string) {
  const maxAge = COOKIE_DAYS * 24 * 60 * 60;
  return { path: "/", maxAge, httpOnly: true, sameSite: "lax", secure: isSecure(origin) } as const;
}

/** Our cookie's value in a Cookie header (RFC 6265, 4.2.1), or null. */
export function readCookie(origin: string, header: string | undefined): string | null {
  for (const pair of header?.split(";") ?? []) {
    const [name, value] = pair.split("=", 2);
    if (name?.trim() === cookieName(origin)) return value?.trim() || null;
  }
  return null;
}

const isSecure = (origin: string) => origin.startsWith("https:");
