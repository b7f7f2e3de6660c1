import { FONT_NAMES } from '#app/documents/fonts.server.ts';
import { readableOnWhite } from '#app/documents/colours.ts';
import { typeset } from '#app/documents/typst.server.ts';
import { qrOutline } from '#app/ui/qr.server.ts';
import type { Audience } from './poll.ts';

/** One page to hang on a wall: the title, how to answer, a QR code and the address in words. */
const POSTER_TEMPLATE = String.raw`
#let it = json("data.json")
#let brand = rgb(it.colour)
#set document(title: it.title, author: it.authority)
#set text(font: it.fonts, size: 20pt, lang: "en", region: "GB", fill: rgb("#0b0c0c"), hyphenate: false)
#set page(paper: "a4", margin: (x: 2.2cm, y: 2.2cm))
#set par(leading: 0.6em, spacing: 1em)
#show heading: set text(fill: brand, size: it.titleSize * 1pt)
#show heading: set block(above: 0.8em, below: 0.7em)
#text(size: 16pt, weight: "bold", it.authority)
#line(length: 100%, stroke: 3pt + brand)
#heading(level: 1, it.title)
#for words in it.lines { par(words) }
#v(0.6em)
#align(center, image("qr.svg", width: 9.5cm, alt: it.qrAlt))
#align(center, text(size: 26pt, weight: "bold", it.address))
#align(center, text(size: 15pt, it.until))
#if it.note != "" { align(center, text(size: 11pt, fill: rgb("#505a5f"), it.note)) }
`;

const LINES: Readonly<Record<Audience, readonly string[]>> = {
  adults: [
    'Point your telephone’s camera at the square, or type the address.',
    'It takes a minute. No name, no sign-up.',
  ],
  young: [
    'What do you think? Point a phone’s camera at the square, or type the address.',
    'No names. You choose whether to join in.',
  ],
};

/** The poster of a poll as a tagged PDF (PDF/UA-1). */
export async function printPoster(poster: {
  title: string;
  audience: Audience;
  address: string;
  /** "Open to the end of Friday 4 December 2026", or what is to be said in its place. */
  until: string;
  authority: { name: string; colour: string; isDemonstration: boolean };
  madeAt: Date;
}): Promise<Uint8Array<ArrayBuffer>> {
  const { title, audience, address, until, authority, madeAt } = poster;
  const { size, path } = qrOutline(address);
  const quiet = 4;
  const box = `${-quiet} ${-quiet} ${size + 2 * quiet} ${size + 2 * quiet}`;
  const side = size + 2 * quiet;
  const white = `<rect x="${-quiet}" y="${-quiet}" width="${side}" height="${side}" fill="#fff"/>`;
  const qr = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}" width="${side}" height="${side}" shape-rendering="crispEdges">${white}<path d="${path}" fill="#000"/></svg>`;
  const shortAddress = address.replace(/^https?:\/\//, '');
  return typeset({
    template: POSTER_TEMPLATE,
    madeAt,
    files: { 'qr.svg': qr },
    data: {
      title,
      // A long title stands smaller, so that the page stays one page.
      titleSize: title.length > 90 ? 28 : title.length > 45 ? 36 : 46,
      lines: LINES[audience],
      address: shortAddress.replaceAll(/([/.])/g, '$1\u200b'),
      until,
      authority: authority.name,
      colour: readableOnWhite(authority.colour),
      fonts: FONT_NAMES,
      qrAlt: `QR code that opens ${shortAddress}`,
      note: authority.isDemonstration
        ? `Demonstration. ${authority.name} is a fictional place.`
        : '',
    },
  });
}
