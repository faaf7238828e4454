/** What a fake camera of Chromium sees: a QR code, as a film of one picture (YUV4MPEG2, `man 5 yuv4mpeg`). */
import { writeFileSync } from "node:fs";
import { encode } from "uqr";

const [WIDTH, HEIGHT] = [640, 480];
const [LIGHT, DARK, GREY] = [235, 16, 128];

/** @param file where the film is written */
export function filmOf(text: string, file: string): void {
  const { data, size } = encode(text, { ecc: "M", border: 4 });
  const cell = Math.floor(HEIGHT / size);
  const [left, top] = [(WIDTH - size * cell) >> 1, (HEIGHT - size * cell) >> 1];
  const luma = Buffer.alloc(WIDTH * HEIGHT, LIGHT);
  for (let y = 0; y < size * cell; y += 1)
    for (let x = 0; x < size * cell; x += 1)
      if (data[Math.floor(y / cell)]![Math.floor(x / cell)]) luma[(top + y) * WIDTH + left + x] = DARK;
  const colour = Buffer.alloc((WIDTH * HEIGHT) / 2, GREY);
  const head = Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip A1:1 C420jpeg\n`);
  const frame = Buffer.concat([Buffer.from("FRAME\n"), luma, colour]);
  writeFileSync(file, Buffer.concat([head, ...Array.from({ length: 20 }, () => frame)]));
}

/** Arguments of a browser whose camera sees this film, and asks nobody whether it may. */
export const cameraArguments = (file: string): string[] => [
  "--use-fake-ui-for-media-stream",
  "--use-fake-device-for-media-stream",
  `--use-file-for-fake-video-capture=${file}`,
];
