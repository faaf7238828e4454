/** The camera of a phone: which one, its light, and why it does not start. */

export type CameraTrouble = "refused" | "none" | "broken";

export type Camera = {
  stream: MediaStream;
  /** Whether it has a light that can be switched. */
  light: boolean;
  /** @throws where the camera keeps its light to itself */
  setLight: (on: boolean) => Promise<void>;
  /** Whether there is another one to switch to. */
  several: boolean;
  stop: () => void;
};

const WIDTH = { ideal: 1280 };

/**
 * @param back the one that looks away from whoever holds the phone, where there are two
 * @param lost called when it is taken away, as by a call or by whoever forbids it
 */
export async function openCamera(back: boolean, lost: () => void): Promise<Camera | CameraTrouble> {
  if (!navigator.mediaDevices?.getUserMedia) return "none";
  try {
    const facingMode = { ideal: back ? "environment" : "user" };
    const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode, width: WIDTH } });
    const [track] = stream.getVideoTracks();
    const can = (track?.getCapabilities?.() ?? {}) as { torch?: boolean };
    track?.addEventListener("ended", lost);
    // Only after leave was given does a browser say how many there are.
    const devices = await navigator.mediaDevices.enumerateDevices().catch(() => []);
    return {
      stream,
      light: can.torch === true,
      several: devices.filter(({ kind }) => kind === "videoinput").length > 1,
      setLight: async (on) =>
        track?.applyConstraints({ advanced: [{ torch: on } as MediaTrackConstraintSet] }),
      stop: () => {
        for (const each of stream.getTracks()) each.stop();
      },
    };
  } catch (fault) {
    return troubleOf(fault instanceof DOMException ? fault.name : "");
  }
}

/** As `getUserMedia` names it (Media Capture and Streams, 10.2.1). */
export function troubleOf(name: string): CameraTrouble {
  if (name === "NotAllowedError" || name === "SecurityError") return "refused";
  return name === "NotFoundError" || name === "OverconstrainedError" ? "none" : "broken";
}
