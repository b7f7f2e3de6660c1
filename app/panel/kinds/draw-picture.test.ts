import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { drawPicture, MOST_BYTES } from './draw-picture.server.ts';

/** A photo with a place, a name and a camera in it, held sideways. */
async function photo(format: 'jpeg' | 'png' | 'webp'): Promise<Uint8Array> {
  const noise = { type: 'gaussian', mean: 128, sigma: 40 } as const;
  const plain = sharp({
    create: { width: 600, height: 400, channels: 3, background: '#777', noise },
  });
  return plain
    .withMetadata({ orientation: 6 })
    .withExifMerge({
      IFD0: { Make: 'SECRETCAMERA', Artist: 'Leanne Moss' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 0/1' },
    })
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/">SECRETPLACE</x:xmpmeta>')
    .toFormat(format)
    .toBuffer();
}

/**
 * Names of the pieces a WebP file is made of (each: four letters, its length, its bytes, made even). They
 * are read and not searched for: three letters stand by chance in one of fifty pictures.
 */
function chunksOf(webp: Buffer): string[] {
  const names: string[] = [];
  for (let at = 12; at + 8 <= webp.length;) {
    names.push(webp.toString('latin1', at, at + 4));
    const length = webp.readUInt32LE(at + 4);
    at += 8 + length + (length % 2);
  }
  return names;
}

describe('a picture that somebody brings', () => {
  test.each(['jpeg', 'png', 'webp'] as const)(
    'as %s is drawn anew without what the camera wrote into it',
    async (format) => {
      const brought = await photo(format);
      expect((await sharp(brought).metadata()).exif).toBeDefined();
      const { drawn } = await drawPicture(brought);
      if (!drawn) throw new Error('refused');
      for (const size of [drawn.small, drawn.large]) {
        const bytes = Buffer.from(size, 'base64');
        const about = await sharp(bytes).metadata();
        expect(about.format).toBe('webp');
        expect([about.exif, about.xmp, about.icc, about.iptc]).toEqual(Array(4).fill(undefined));
        expect(bytes.toString('latin1')).not.toMatch(/SECRET|Leanne/);
        expect(chunksOf(bytes)).toEqual(['VP8 ']);
      }
      expect(Buffer.from(drawn.small, 'base64').length).toBeLessThan(5_500);
      // Held sideways: it stands upright.
      expect([drawn.width, drawn.height]).toEqual([400, 600]);
    },
  );

  test('that is none, is damaged, empty or too large is refused with what to do', async () => {
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>');
    const cut = (await photo('jpeg')).slice(0, 2000);
    for (const wrong of [svg, cut, Buffer.from('GIF89a'), Buffer.from('\x89PNG\r\n\x1a\nnot')]) {
      expect((await drawPicture(wrong)).problem).toContain('PNG, JPEG or WebP');
    }
    expect((await drawPicture(new Uint8Array())).problem).toBe('Choose a picture');
    expect((await drawPicture(new Uint8Array(MOST_BYTES + 1))).problem).toContain('10 MB');
  });

  test('of too many pixels is refused before it is unfolded', async () => {
    const bomb = await sharp({
      create: { width: 8000, height: 8000, channels: 3, background: '#fff' },
    })
      .png()
      .toBuffer();
    expect(bomb.length).toBeLessThan(1_000_000);
    expect((await drawPicture(bomb)).drawn).toBeNull();
  });
});
