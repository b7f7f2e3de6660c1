import Presentation from 'pptxgenjs';
import { plainText } from '#app/http/plain-text.ts';
import { zipEntries } from '#app/survey/import/zip-entries.server.ts';
import { zipped, type ZipFile } from '#app/documents/zip.server.ts';
import type { Theory } from '../graph.ts';
import { LOOKS } from '../looks.ts';
import { withConnectors, withNotes } from './pptx-parts.ts';
import { SLIDE, slidesOf, type Slide, type SlideBox } from './slides.ts';
import { xmlText } from './xml.ts';

/** A typeface that every office has; ours may not be there. */
const FACE = 'Arial';
const INK = '0B0C0C';
const MASTER = 'Theory';
const MOST = 20 * 1024 * 1024;

/**
 * A theory as a presentation: every box a shape and every link a connector that stays at its boxes when
 * they are moved, titles as titles, and all words in the notes.
 */
export async function writePptx(theory: Theory, author: string): Promise<Buffer> {
  const slides = slidesOf(theory);
  const presentation = new Presentation();
  presentation.layout = 'LAYOUT_WIDE';
  presentation.title = clean(theory.title);
  presentation.author = clean(author);
  // The library writes this one as it is.
  presentation.company = xmlText(clean(author));
  presentation.theme = { headFontFace: FACE, bodyFontFace: FACE };
  presentation.defineSlideMaster({
    title: MASTER,
    background: { color: 'FFFFFF' },
    objects: [
      {
        placeholder: {
          options: {
            name: 'title',
            type: 'title',
            x: SLIDE.left,
            y: 0.2,
            w: SLIDE.right - SLIDE.left,
            h: 0.7,
            fontSize: 24,
            bold: true,
            color: INK,
            fontFace: FACE,
            align: 'left',
            valign: 'middle',
          },
          text: '',
        },
      },
    ],
  });
  for (const slide of slides) draw(presentation, slide);
  const made = (await presentation.write({ outputType: 'nodebuffer' })) as Uint8Array;
  return finished(made, slides);
}

function draw(presentation: Presentation, slide: Slide): void {
  const page = presentation.addSlide({ masterName: MASTER });
  page.addText(clean(slide.title), { placeholder: 'title' });
  for (const { text, x, y, width, size } of slide.labels) {
    page.addText(clean(text), {
      x,
      y,
      w: width,
      h: (size * 1.6) / 72,
      fontSize: size,
      bold: true,
      fontFace: FACE,
      color: INK,
      margin: 0,
      valign: 'top',
    });
  }
  slide.boxes.forEach((box, index) => page.addText(clean(box.text), looksOf(box, index)));
  page.addNotes(clean(slide.notes));
}

const DASHES = { solid: 'solid', dashed: 'dash', dotted: 'sysDot' } as const;
const RIGHT_TO_LEFT =
  /^[^\p{L}]*[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/u;

function looksOf(box: SlideBox, index: number): Presentation.TextPropsOptions {
  const { fill, line, text, radius, stroke, outline } = LOOKS[box.type];
  const rightToLeft = RIGHT_TO_LEFT.test(box.text);
  return {
    // The connectors find their boxes by this name.
    objectName: `Box ${index + 1}`,
    shape: radius >= 8 ? 'roundRect' : 'rect',
    ...(radius >= 8 ? { rectRadius: Math.min(0.12, box.height / 4) } : {}),
    x: box.x,
    y: box.y,
    w: box.width,
    h: box.height,
    fill: { color: hex(fill) },
    line: { color: hex(line), width: stroke * 0.6, dashType: DASHES[outline] },
    color: hex(text),
    fontFace: FACE,
    fontSize: box.size,
    align: rightToLeft ? 'right' : 'left',
    rtlMode: rightToLeft,
    valign: 'middle',
    // In points: what the letters need beside them shrinks with them.
    margin: Math.min(6, box.size * 0.5),
  };
}

const hex = (colour: string) => colour.replace('#', '').toUpperCase();

/** Texts as the XML of a presentation can hold them. */
const clean = (text: string) => plainText(text).replace(/[\u007f-\u009f]/g, '');

/** Puts in what the library has no words for: connectors, lines of notes, the language. */
async function finished(made: Uint8Array, slides: readonly Slide[]): Promise<Buffer> {
  const files: ZipFile[] = [];
  for (const { name, pieces } of zipEntries(made).values()) {
    if (name.endsWith('/')) continue;
    const parts: Uint8Array[] = [];
    for await (const piece of pieces(MOST)) parts.push(piece);
    const content = Buffer.concat(parts);
    if (!name.endsWith('.xml')) {
      files.push({ name, content });
      continue;
    }
    const xml = content.toString('utf8').replaceAll('lang="en-US"', 'lang="en-GB"');
    const slide = slides[Number(/^ppt\/slides\/slide(\d+)\.xml$/.exec(name)?.[1]) - 1];
    const withAll = slide === undefined ? xml : withConnectors(xml, slide);
    files.push({
      name,
      content: name.startsWith('ppt/notesSlides/') ? withNotes(withAll) : withAll,
    });
  }
  return zipped(files);
}
