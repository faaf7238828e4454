/** Nothing but what the framework needs to draw a page. */
export default function Layout({ children }) {
  return (
    <html lang="en-GB">
      <body>{children}</body>
    </html>
  );
}
