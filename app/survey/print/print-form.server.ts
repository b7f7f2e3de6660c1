import { FONT_NAMES } from '#app/documents/fonts.server.ts';
import { typeset } from '#app/documents/typst.server.ts';
import { qrOutline } from '#app/ui/qr.server.ts';
import { inWords, type Definition } from '../definition.ts';
import { foreign, type Reading } from '../respondent-page.ts';
import { speakerIn } from '../languages/words.ts';
import { noticeParagraphs } from '../survey.ts';
import { FORM_TEMPLATE } from './form-template.ts';
import { printedIn, type Said } from './printed.ts';

/** A4 as everybody's, and large print: 18 points, as the RNIB's "giant" begins and clear print ends. */
const SIZES = { a4: 11, large: 18 } as const;
export type Size = keyof typeof SIZES;

/** All that a paper form is made of. */
export interface FormToPrint {
  definition: Definition;
  reading: Reading;
  size: Size;
  title: Said;
  authority: { name: string; isDemonstration: boolean };
  /** The whole public address. */
  address: string;
  minutes: number;
  privacyNotice: Said;
  keepUntil: string;
  closesOn: string | null;
  returnAddress: string;
  /** YYYY-MM-DD or null. */
  returnBy: string | null;
  /** No speaker has looked at our words for this authority. */
  unchecked: boolean;
  madeAt: Date;
}

/** A questionnaire as a tagged PDF (PDF/UA-1) to print, fill in by hand and send back. */
export async function printForm(form: FormToPrint): Promise<Uint8Array<ArrayBuffer>> {
  const { speaker } = form.reading;
  const { words, say, day, language } = speaker;
  const { sections, partly } = printedIn(form.definition, form.reading);
  const { description } = form.definition;
  // The day stands inside the notice: in the language that the notice is in.
  const { day: noticeDay } =
    form.privacyNotice.lang === null ? speaker : speakerIn(form.reading.written ?? 'en');
  const notice = noticeParagraphs(form.privacyNotice.text, noticeDay(form.keepUntil));
  const returnBy = form.returnBy ?? form.closesOn;
  return typeset({
    template: FORM_TEMPLATE,
    madeAt: form.madeAt,
    files: { 'qr.svg': qrPicture(form.address) },
    data: apart(
      {
        size: SIZES[form.size],
        lang: language.code,
        rtl: language.dir === 'rtl',
        fonts: FONT_NAMES,
        title:
          form.title.lang !== null && language.dir === 'rtl'
            ? `\u2066${form.title.text}\u2069`
            : form.title.text,
        heading: form.title,
        authority: form.authority.name,
        about: {
          text: inWords(description, language.code),
          lang: foreign(description, form.reading) ?? null,
        },
        notes: [
          ...(form.authority.isDemonstration
            ? [`${words.demonstration} ${say('fictional', { authority: form.authority.name })}`]
            : []),
          ...(form.unchecked ? [words.unchecked] : []),
          ...(partly ? [words.partlyEnglish] : []),
        ],
        takes: takesOnPaper(form.minutes, form.reading),
        address: form.address,
        how: [words.paperTick, words.paperSkip],
        notice: notice.map((text) => ({ text, lang: form.privacyNotice.lang })),
        sections,
        returnTo: form.returnAddress.split(/\r?\n/).filter((line) => line.trim() !== ''),
        returnBy: returnBy === null ? '' : say('paperReturnBy', { day: day(returnBy) }),
        page: words.page,
        office: ['Batch', 'Number of the form', 'Date received'],
        words: {
          optional: words.optional,
          online: words.paperOnline,
          how: words.paperHow,
          privacy: words.yourAnswers,
          last: words.paperLastPage,
          returnTo: words.paperReturn,
          office: words.paperOffice,
        },
        arrow: language.dir === 'rtl' ? '←' : '→',
      },
      language.dir,
    ),
  });
}

/**
 * Words in another language keep their direction inside a form that runs the other way (Unicode's
 * isolates), so that a question mark stays at the end of its sentence.
 */
function apart<T>(data: T, dir: 'ltr' | 'rtl'): T {
  const isolated = (text: string) => (text === '' ? '' : `\u2066${text}\u2069`);
  return JSON.parse(
    JSON.stringify(data, (key, value: unknown) => {
      if (dir === 'rtl' && key === 'address') return isolated(String(value));
      const said = value as Said | null;
      const foreign = typeof said === 'object' && typeof said?.lang === 'string' && 'text' in said;
      return dir === 'rtl' && foreign ? { ...said, text: isolated(said.text) } : value;
    }),
  ) as T;
}

/** How long it takes; that no account is needed says nothing on paper. */
function takesOnPaper(minutes: number, { speaker }: Reading): string {
  const whole = minutes === 1 ? speaker.words.takesOne : speaker.say('takes', { minutes });
  return `${whole.split(/(?<=[.۔।])\s/)[0] ?? whole} ${speaker.words.anonymous}`;
}

/** Modules of white around it: fewer than four, and some telephones do not see it. */
const QUIET = 4;

function qrPicture(address: string): string {
  const { size, path } = qrOutline(address);
  const side = size + 2 * QUIET;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${-QUIET} ${-QUIET} ${side} ${side}" width="${side}" height="${side}"><rect x="${-QUIET}" y="${-QUIET}" width="${side}" height="${side}" fill="#fff"/><path d="${path}" fill="#000"/></svg>`;
}
