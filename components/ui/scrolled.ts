/** How far down each address of this document was read, so that whoever comes back to it finds their place. */
const places = new Map<string, number>();

const address = () => location.pathname + location.hash;

/** Before another is shown. */
export function leavePlace(): void {
  places.set(address(), window.scrollY);
}

/** Once it is shown; at its beginning where it was not read before. */
export function returnToPlace(): void {
  window.scrollTo(0, places.get(address()) ?? 0);
}

/** Whether it was read before. */
export function hasPlace(): boolean {
  return places.has(address());
}
