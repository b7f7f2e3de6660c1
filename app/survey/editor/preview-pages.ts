import { isQuestion, questionsOf, type Definition } from '#app/survey/definition.ts';
import { isPartly, offeredIn, writtenIn } from '#app/survey/languages/choose.ts';
import { isLanguageCode, languageOf, type LanguageCode } from '#app/survey/languages/languages.ts';
import { speakerIn } from '#app/survey/languages/words.ts';
import { questionPage, type QuestionPage } from '#app/survey/respondent-page.ts';
import { sayExpression } from '#app/survey/say-condition.ts';
import { headingOf, stepsOf, type AskedStep } from '#app/survey/steps.ts';
import { wordsShown } from '#app/survey/words-shown.ts';

/** Every page, whether or not it is asked of everybody. */
export function everyStep(definition: Definition): AskedStep[] {
  return stepsOf(definition).map((step) => ({
    ...step,
    questions: step.elements.filter(isQuestion),
  }));
}

export interface PreviewPage {
  page: QuestionPage | null;
  lang: LanguageCode;
  /** Who is shown this page, in words; empty: everybody. */
  when: string;
  number: number;
  before: string | null;
  next: string | null;
  steps: { name: string; heading: string; here: boolean }[];
}

/** One page of a draft as families see it, with the pages around it. */
export function previewOf(
  definition: Definition,
  asked: { page: string; lang: string },
): PreviewPage {
  const lang = isLanguageCode(asked.lang) ? asked.lang : 'en';
  const steps = everyStep(definition);
  const at = Math.max(
    0,
    steps.findIndex(({ name }) => name === asked.page),
  );
  const step = steps[at];
  const byName = new Map(questionsOf(definition).map((one) => [one.name, one]));
  const alone = step?.elements.length === 1 ? [step.elements[0]?.visibleIf ?? ''] : [];
  const conditions = [...(step?.conditions ?? []), ...alone].filter((one) => one !== '');
  const written = writtenIn(definition);
  return {
    page: step ? questionPage(step, steps, {}, { speaker: speakerIn(lang, {}), written }) : null,
    lang,
    when: conditions.map((one) => sayExpression(one, byName)).join(', and '),
    number: at + 1,
    before: steps[at - 1]?.name ?? null,
    next: steps[at + 1]?.name ?? null,
    steps: steps.map((one, i) => ({
      name: one.name,
      heading: headingOf(one) || one.name,
      here: i === at,
    })),
  };
}

/** The frame of a family's page, for a draft that has no public address yet. */
export function previewFrame(
  survey: {
    title: string;
    languages: readonly string[] | null;
    translations: Readonly<Record<string, { title?: string }>> | null;
  },
  authority: { name: string; colour: string; isDemonstration: boolean },
  definition: Definition,
  lang: LanguageCode,
  here: string,
) {
  const { name, colour, isDemonstration } = authority;
  const title = survey.translations?.[lang]?.title ?? survey.title;
  const written = writtenIn(definition);
  return {
    title,
    titleEnd: `${title} – ${name}`,
    authority: { name, colour, isDemonstration },
    lang,
    dir: languageOf(lang).dir,
    errorWord: speakerIn(lang, {}).words.error,
    wordings: {},
    unchecked: false,
    partly: isPartly(wordsShown(definition), lang, written),
    languages: offeredIn(definition, survey.languages),
    here,
  };
}
