/** The camera of a phone: which one, its light, and why it does not start. */

export type CameraTrouble = "refused" | "none" | "broken";

export type Camera = {
  stream: MediaStream;
  /** Whether it has a light that can be switched. */
  light: boolean;
  setLight: (on: boolean) => Promise<void>;
  stop: () => void;
};

const WIDTH = { ideal: 1280 };

/** @param back the one that looks away from whoever holds the phone, where there are two */
export async function openCamera(back: boolean): Promise<Camera | CameraTrouble> {
  if (!navigator.mediaDevices?.getUserMedia) return "none";
  try {
    const facingMode = { ideal: back ? "environment" : "user" };
    const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode, width: WIDTH } });
    const [track] = stream.getVideoTracks();
    const can = (track?.getCapabilities?.() ?? {}) as { torch?: boolean };
    return {
      stream,
      light: can.torch === true,
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
