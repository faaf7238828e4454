/** A camera as a browser gives it, or does not. */
import { afterEach, expect, test, vi } from "vitest";
import { openCamera } from "#components/door/camera.ts";

afterEach(() => void vi.unstubAllGlobals());

type Track = EventTarget & {
  stop: () => void;
  getCapabilities?: () => object;
  applyConstraints?: () => Promise<void>;
};

function browser(give: () => Promise<unknown>, cameras = 1) {
  const devices = Array.from({ length: cameras }, () => ({ kind: "videoinput" }));
  const mediaDevices = {
    getUserMedia: give,
    enumerateDevices: async () => [...devices, { kind: "audioinput" }],
  };
  vi.stubGlobal("navigator", { mediaDevices });
}

function trackWith(more: Partial<Track> = {}): Track {
  return Object.assign(new EventTarget(), { stop: () => undefined, ...more });
}

const streamOf = (track: Track) => async () => ({ getVideoTracks: () => [track], getTracks: () => [track] });
const never = () => expect.unreachable();

test.each([
  ["NotAllowedError", "refused"],
  ["SecurityError", "refused"],
  ["NotFoundError", "none"],
  ["OverconstrainedError", "none"],
  ["NotReadableError", "broken"],
])("%s is said as %s", async (name, said) => {
  browser(async () => {
    throw new DOMException("", name);
  });
  expect(await openCamera(true, never)).toBe(said);
});

test("a browser without cameras has none", async () => {
  vi.stubGlobal("navigator", {});
  expect(await openCamera(true, never)).toBe("none");
});

test("the light is offered where the camera has one, and another camera where there is one", async () => {
  const switched: unknown[] = [];
  const applyConstraints = async (to?: unknown) => void switched.push(to);
  browser(streamOf(trackWith({ getCapabilities: () => ({ torch: true }), applyConstraints })), 2);
  const camera = await openCamera(true, never);
  if (typeof camera === "string") throw new Error(camera);
  expect([camera.light, camera.several]).toEqual([true, true]);
  await camera.setLight(true);
  expect(switched).toEqual([{ advanced: [{ torch: true }] }]);
  browser(streamOf(trackWith()));
  expect(await openCamera(true, never)).toMatchObject({ light: false, several: false });
});

test("a camera that is taken away is told", async () => {
  const track = trackWith();
  browser(streamOf(track));
  let lost = 0;
  await openCamera(true, () => lost++);
  track.dispatchEvent(new Event("ended"));
  expect(lost).toBe(1);
});
