/** The floor of `npm run bench pages`: a page of the same framework with nothing on it. */
export default function Page() {
  return <h1>Floor</h1>;
}
