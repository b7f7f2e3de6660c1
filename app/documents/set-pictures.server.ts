import { sizeOf, svgToPng } from './raster.server.ts';

/**
 * What the typesetter cannot write in a picture. It sets the pages' own words well, but the letters of
 * a picture go another way: marks that stand over others make it look for a typeface for ever, which
 * stops every document after it; and letters that join (Punjabi, Bengali) leave it without the code
 * points that PDF/UA asks for, which refuses the file.
 */
const HARD =
  /[^\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Common}]|\p{M}/u;

type Pictures = Readonly<Record<string, string | Uint8Array>>;

/**
 * Pictures as the typesetter can hold them: one with letters that are hard for it is drawn here, by
 * another hand that shows them all, and goes in as points. Its words are in its alternative text.
 */
export async function settablePictures(files: Pictures): Promise<Pictures> {
  const set: Record<string, string | Uint8Array> = {};
  for (const [name, file] of Object.entries(files)) {
    // Letters with their marks as one sign, where there is such a sign: é is not hard.
    const plain = typeof file === 'string' ? file.normalize('NFC') : file;
    set[name] = typeof plain === 'string' && HARD.test(plain) ? await asPoints(plain) : plain;
  }
  return set;
}

/** A picture of the same size that holds the drawing as points and no letter. */
async function asPoints(svg: string): Promise<string> {
  const { png } = await svgToPng(svg);
  const { width, height } = sizeOf(svg);
  const size = `width="${width}" height="${height}"`;
  const address = `data:image/png;base64,${Buffer.from(png).toString('base64')}`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size}><image ${size} href="${address}"/></svg>`;
}
