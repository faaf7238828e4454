import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { HostAsks, Invitations } from "#components/pitch/invitations.tsx";
import { HOST_ASKS } from "#domain/pitch/host-ask.ts";
import { myPitches } from "#messages/en/my-pitches.ts";

const { invited, hosts } = myPitches;
const pitch = { id: "p", title: "Short videos", line: "With a phone", voice: "me", hosts: ["Ama"] } as const;

test("whoever is asked reads by whom and for what, and may say yes or no", () => {
  for (const kind of HOST_ASKS) {
    const html = renderToStaticMarkup(
      <Invitations
        invitations={[{ id: "q", kind, by: "Ama", pitch: { ...pitch, hosts: ["Ama"] } }]}
        act={async () => null}
      />,
    );
    for (const said of ["Short videos", "With a phone", invited[kind]("Ama"), invited.no])
      expect(html).toContain(said);
    expect(html).toContain(invited.yes[kind]);
    expect(html.match(/name="pitch" value="q"/g)).toHaveLength(2);
  }
});

test("of a wish that nobody hosts they are not asked to host it together", () => {
  const html = renderToStaticMarkup(
    <Invitations
      invitations={[{ id: "q", kind: "beside", by: "Ama", pitch: { ...pitch, voice: "wish", hosts: [] } }]}
      act={async () => null}
    />,
  );
  expect(html).toContain(invited.wish("Ama"));
  expect(html).not.toContain(invited.beside("Ama"));
});

test("whoever is asked nothing sees nothing of it", () => {
  expect(renderToStaticMarkup(<Invitations invitations={[]} act={async () => null} />)).toBe("");
});

test("whoever asked reads whom, and what they said; somebody by their badge has no name", () => {
  const ask = { id: "q", pitchId: "p", kind: "beside", declined: false } as const;
  const read = (rest: object) => renderToStaticMarkup(<HostAsks asks={[{ ...ask, name: "Mei", ...rest }]} />);
  expect(read({})).toContain(hosts.asked.beside("Mei"));
  expect(read({ kind: "instead" })).toContain(hosts.asked.instead("Mei"));
  expect(read({ declined: true })).toContain(hosts.declined("Mei"));
  expect(read({ name: "" })).toContain(hosts.badge);
});
