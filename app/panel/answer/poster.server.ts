import { readableOnWhite } from '#app/documents/colours.ts';
import { FONT_NAMES } from '#app/documents/fonts.server.ts';
import { typeset } from '#app/documents/typst.server.ts';
import { languageOf } from '#app/survey/languages/languages.ts';
import { qrOutline } from '#app/ui/qr.server.ts';
import { dayIn, phrasesIn } from './phrases.ts';
import { POSTER_TEMPLATE } from './poster-template.ts';
import type { AnswersPage, ShownAnswer } from './public-answers.ts';

/** Points of the words: as everybody reads, and large print. */
const POSTER_SIZES = { a4: 12, large: 18 } as const;
export type PosterSize = keyof typeof POSTER_SIZES;

/** What is public, as a tagged PDF for the wall of a hub. */
export async function printPoster(poster: {
  authority: { name: string; colour: string; isDemonstration: boolean };
  page: AnswersPage;
  size: PosterSize;
  /** The whole address of the public page. */
  address: string;
  madeAt: Date;
}): Promise<Uint8Array<ArrayBuffer>> {
  const { authority, page, size, address, madeAt } = poster;
  const { size: modules, path } = qrOutline(address);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${modules}" height="${modules}" viewBox="0 0 ${modules} ${modules}"><path d="${path}"/></svg>`;
  const language = languageOf(page.lang);
  return typeset({
    template: POSTER_TEMPLATE,
    madeAt,
    files: { 'qr.svg': svg },
    data: {
      size: POSTER_SIZES[size],
      lang: language.code,
      rtl: language.dir === 'rtl',
      fonts: FONT_NAMES,
      colour: readableOnWhite(authority.colour),
      authority: authority.name,
      heading:
        page.lang === 'en'
          ? 'You said, we did'
          : `${phrasesIn(page.lang).youSaid} – ${phrasesIn(page.lang).what['we-did']}`,
      about:
        page.lang === 'en'
          ? 'What parents and carers told us, and what became of it. Where we cannot do something, we say why. All of it:'
          : '',
      address,
      note: authority.isDemonstration ? 'Demonstration: a fictional place.' : '',
      answers: page.answers.map(dataOf),
    },
  });
}

function dataOf(answer: ShownAnswer) {
  const say = phrasesIn(answer.lang);
  const by = answer.status === 'thinking' ? say.hearBy : say.by;
  return {
    lang: answer.lang,
    rtl: answer.dir === 'rtl',
    said: say.youSaid,
    youSaid: answer.youSaid,
    what: say.what[answer.status],
    words: answer.words,
    becauseWord: say.because,
    because: answer.because,
    who: [
      answer.owner === '' ? null : `${say.who}: ${answer.owner}`,
      answer.dueOn === null ? null : `${by}: ${dayIn(answer.lang, answer.dueOn)}`,
    ]
      .filter((part) => part !== null)
      .join('. '),
  };
}
