/** Reads QR codes in pictures: the browser's own reader, else a library that is served from here. */

export type Decoder = (frame: HTMLVideoElement) => Promise<string | null>;

type Found = { rawValue: string };
type Native = { detect: (frame: HTMLVideoElement) => Promise<Found[]> };
type NativeConstructor = (new (options: {
  formats: string[];
}) => Native) & {
  getSupportedFormats: () => Promise<string[]>;
};

/** @throws when the library does not come */
export async function openDecoder(): Promise<Decoder> {
  return (await nativeDecoder()) ?? (await zxing());
}

async function nativeDecoder(): Promise<Decoder | null> {
  const Detector = (globalThis as { BarcodeDetector?: NativeConstructor }).BarcodeDetector;
  const formats: readonly string[] = (await Detector?.getSupportedFormats().catch(() => [])) ?? [];
  if (!Detector || !formats.includes("qr_code")) return null;
  const detector = new Detector({ formats: ["qr_code"] });
  return async (frame) => (await detector.detect(frame))[0]?.rawValue ?? null;
}

/** Wide enough for a ticket at arm's length, and small enough for a cheap phone. */
const WIDTH = 640;

async function zxing(): Promise<Decoder> {
  const { prepareZXingModule, readBarcodes } = await import("zxing-wasm/reader");
  // The library would fetch it from a public network.
  const wasm = new URL("zxing-wasm/reader/zxing_reader.wasm", import.meta.url).href;
  await prepareZXingModule({ overrides: { locateFile: () => wasm }, fireImmediately: true });
  const canvas = document.createElement("canvas");
  const pen = canvas.getContext("2d", { willReadFrequently: true })!;
  return async (frame) => {
    canvas.width = WIDTH;
    canvas.height = Math.round((WIDTH * frame.videoHeight) / Math.max(1, frame.videoWidth));
    if (canvas.height === 0) return null;
    pen.drawImage(frame, 0, 0, canvas.width, canvas.height);
    const picture = pen.getImageData(0, 0, canvas.width, canvas.height);
    const [found] = await readBarcodes(picture, { formats: ["QRCode"], tryHarder: true });
    return found?.text ?? null;
  };
}
