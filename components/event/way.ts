/** A map that asks nobody to sign in. Nothing is fetched from there until somebody goes. */
export function wayTo(place: string): string {
  return `https://www.openstreetmap.org/search?query=${encodeURIComponent(place)}`;
}
