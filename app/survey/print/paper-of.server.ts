import { newId } from '#db/ids.ts';
import { paperOf, putPaper } from '#db/paper.ts';
import { record, type Authority, type Programme } from '#db/people.ts';
import { theStore } from '#db/store.server.ts';
import { latestVersion, type Survey } from '#db/survey.ts';
import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { NotFound } from '#app/people/errors.ts';
import { Definition } from '../definition.ts';
import { languageStates, type LanguageState } from '../languages/check-language.server.ts';
import { offeredIn, writtenIn } from '../languages/choose.ts';
import { isLanguageCode, languageOf, type LanguageCode } from '../languages/languages.ts';
import { surveyOf } from '../run-survey.server.ts';
import { spokenIn } from '../visit.server.ts';
import { printedIn, type Printed } from './printed.ts';
import { printForm, type Size } from './print-form.server.ts';

/** A questionnaire that can be printed or read out, as it is asked now, else as it is drafted. */
export interface PaperSurvey {
  survey: Survey;
  definition: Definition;
  /** The number of the version, or null for a draft that was never published. */
  version: number | null;
  offered: LanguageCode[];
  written: LanguageCode;
  returnAddress: string;
  returnBy: string | null;
}

export async function paperSurvey(programme: Programme, surveyId: string): Promise<PaperSurvey> {
  const { read } = theStore();
  const survey = await surveyOf(read, programme, surveyId);
  const version = await latestVersion(read, programme.authorityId, surveyId);
  const definition = Definition.parse(version?.definition ?? survey.definition);
  const paper = await paperOf(read, programme.authorityId, surveyId);
  return {
    survey,
    definition,
    version: version?.number ?? null,
    offered: offeredIn(definition, version ? version.languages : survey.languages),
    written: writtenIn(definition),
    returnAddress: paper?.returnAddress ?? '',
    returnBy: paper?.returnBy ?? null,
  };
}

/** How the languages of a survey stand with speakers' checks. */
export function languagesOf(
  programme: Programme,
  { offered }: PaperSurvey,
): Promise<LanguageState[]> {
  return languageStates(theStore().read, programme.authorityId, offered);
}

/** A language of this survey, or not found. */
export function languageOffered({ offered }: PaperSurvey, code: string): LanguageCode {
  if (!isLanguageCode(code) || !offered.includes(code)) throw new NotFound('language');
  return code;
}

/** The paper form in one language and size. */
export async function makeForm(
  authority: Authority,
  paper: PaperSurvey,
  what: { language: LanguageCode; size: Size; address: string; madeAt: Date },
): Promise<Uint8Array<ArrayBuffer>> {
  const { survey, written } = paper;
  const spoken = await spokenIn(theStore().read, authority.id, what.language);
  const own = survey.translations?.[what.language];
  const foreign = what.language === written ? null : written;
  return printForm({
    definition: paper.definition,
    reading: { speaker: spoken.speaker, written },
    size: what.size,
    title: own?.title ? { text: own.title, lang: null } : { text: survey.title, lang: foreign },
    authority,
    address: what.address,
    minutes: survey.minutes,
    privacyNotice: own?.privacyNotice
      ? { text: own.privacyNotice, lang: null }
      : { text: survey.privacyNotice, lang: foreign },
    keepUntil: survey.keepUntil,
    closesOn: survey.closesOn,
    returnAddress: paper.returnAddress,
    returnBy: paper.returnBy,
    unchecked: spoken.unchecked,
    madeAt: what.madeAt,
  });
}

/** The questionnaire to read out, with what to say before and after. */
export async function makeScript(
  authority: Authority,
  paper: PaperSurvey,
  language: LanguageCode,
): Promise<
  Printed & { hello: string; free: string; mayWe: string; thanks: string; dir: 'ltr' | 'rtl' }
> {
  const { survey, written } = paper;
  const { speaker } = await spokenIn(theStore().read, authority.id, language);
  const { say, words } = speaker;
  const title = survey.translations?.[language]?.title ?? survey.title;
  const { minutes } = survey;
  return {
    ...printedIn(paper.definition, { speaker, written }),
    hello: say('sayHello', { authority: authority.name, title, minutes }),
    free: words.sayFree,
    mayWe: words.sayMayWe,
    thanks: words.sayThanks,
    dir: languageOf(language).dir,
  };
}

/** Where paper forms go back to, and by when. */
export async function keepPaper(
  by: Person,
  programme: Programme,
  surveyId: string,
  { returnAddress, returnBy }: { returnAddress: string; returnBy: string | null },
): Promise<void> {
  allow(by, 'survey.edit', programme);
  await theStore().write(`survey:${surveyId}`, async (tx) => {
    const survey = await surveyOf(tx, programme, surveyId);
    const { authorityId } = programme;
    await putPaper(tx, { id: newId(), authorityId, surveyId, returnAddress, returnBy });
    await record(
      tx,
      by,
      'survey.changed',
      { kind: 'survey', id: surveyId },
      { title: survey.title },
    );
  });
}
