import type { Sharp } from 'sharp';
import { SMALL_WIDTH } from './shown-item.ts';

/** A picture drawn anew, in base64, with the size of the large one in pixels. */
export interface Drawn {
  width: number;
  height: number;
  small: string;
  large: string;
}

/** Largest file that is taken, in bytes, and most pixels that are drawn: a photo of a telephone fits. */
export const MOST_BYTES = 10 * 1024 * 1024;
const MOST_PIXELS = 60_000_000;
/** So many bytes weigh nothing on a page with four pictures, and on one with one. */
const SMALL_BYTES = 5_500;
const LARGE_BYTES = 200_000;
const LARGE_SIDE = 1200;

const NOT_A_PICTURE = 'Choose a picture in PNG, JPEG or WebP. This file is none, or is damaged';

/**
 * Reads what somebody brought and draws it anew as WebP, once small and once large. Only the pixels are
 * taken over: where and when a photo was made, by whom and with what, stays behind; how the camera was
 * held is applied first. What is no picture, too large, or would unfold to too many pixels is refused.
 *
 * @returns the picture, or an instruction
 */
export async function drawPicture(
  bytes: Uint8Array,
): Promise<{ drawn: Drawn; problem: null } | { drawn: null; problem: string }> {
  const refuse = (problem: string) => ({ drawn: null, problem });
  if (bytes.length === 0) return refuse('Choose a picture');
  if (bytes.length > MOST_BYTES) return refuse('Choose a picture of 10 MB or less');
  // By its first bytes, before any decoder sees it: these three and no other format.
  if (!isPngJpegOrWebp(bytes)) return refuse(NOT_A_PICTURE);
  const { default: sharp } = await import('sharp');
  try {
    const upright = sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' }).rotate();
    const large = await shrunk(upright, { most: LARGE_BYTES, sides: [LARGE_SIDE, 900] });
    const widths = [SMALL_WIDTH, 240, 160, 96];
    const small = await shrunk(upright, { most: SMALL_BYTES, sides: widths });
    const { width, height } = large.info;
    return {
      drawn: { width, height, small: base64(small.data), large: base64(large.data) },
      problem: null,
    };
  } catch {
    return refuse(NOT_A_PICTURE);
  }
}

const base64 = (data: Uint8Array) => Buffer.from(data).toString('base64');

function isPngJpegOrWebp(bytes: Uint8Array): boolean {
  const starts = (at: number, ...wanted: number[]) =>
    wanted.every((byte, n) => bytes[at + n] === byte);
  const png = starts(0, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
  const jpeg = starts(0, 0xff, 0xd8, 0xff);
  const webp = starts(0, 0x52, 0x49, 0x46, 0x46) && starts(8, 0x57, 0x45, 0x42, 0x50);
  return png || jpeg || webp;
}

/** The best that keeps under so many bytes: lower quality first, then fewer pixels. */
async function shrunk(picture: Sharp, { most, sides }: { most: number; sides: readonly number[] }) {
  let last = null;
  for (const side of sides) {
    const fitted = picture
      .clone()
      .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true });
    for (const quality of [80, 65, 50, 35]) {
      last = await fitted
        .clone()
        .webp({ quality, effort: 4 })
        .toBuffer({ resolveWithObject: true });
      if (last.data.length <= most) return last;
    }
  }
  if (!last) throw new Error('A picture has a size.');
  return last;
}
