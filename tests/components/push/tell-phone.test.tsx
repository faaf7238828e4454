import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { TellPhone } from "#components/push/tell-phone.tsx";

it("offers nothing as the server draws it: without a script nothing of it would work", () => {
  const html = renderToStaticMarkup(
    <TellPhone told={null} publicKey="our-key" ask={async () => null} end={async () => ({ last: true })} />,
  );
  expect(html).toBe("");
});
