import { lines, type Block } from '#app/documents/blocks.ts';
import { many, sayDay } from '#app/ui/words.ts';
import type { Measure, PrivacyFacts, ProgrammeFacts, SurveyFacts } from './facts.ts';

// Parts that both documents have.

const NOT_WRITTEN = 'Not written yet.';

/** What the authority wrote, paragraph by paragraph, or that it has not. */
export function written(text: string | undefined): Block[] {
  const parts = (text ?? '').split(/\n+/).filter((one) => one.trim() !== '');
  if (parts.length === 0) return [{ type: 'paragraph', text: NOT_WRITTEN, tone: 'note' }];
  return parts.map((one) => ({ type: 'paragraph', text: one }));
}

/** Everything that is asked of people, survey by survey. */
export function surveysTable(surveys: readonly SurveyFacts[]): Block {
  return {
    type: 'table',
    caption: 'Surveys of families',
    columns: [
      { title: 'Survey', share: 24 },
      { title: 'What is asked', share: 34 },
      { title: 'Lawful basis', share: 22 },
      { title: 'Kept until', share: 20 },
    ],
    rows: surveys.map((one) => [
      `${one.title}\n${one.state}, ${many(one.answers, 'set of answers', 'sets of answers')}`,
      asked(one),
      lines([one.basis, ...(one.condition === '' ? [] : [one.condition])]),
      sayDay(one.keepUntil),
    ]),
  };
}

function asked({ asked: questions, special, ownWords, languages }: SurveyFacts): string {
  return lines([
    many(questions.length, 'question'),
    ...(special.length > 0 ? [`Special category: ${special.join('; ')}`] : []),
    ...(ownWords > 0 ? [`${many(ownWords, 'question')} in their own words`] : []),
    ...(languages > 0 ? [`In English and ${many(languages, 'other language')}`] : []),
  ]);
}

/** Whose data it is, and what. */
export function peopleTable(programmes: readonly ProgrammeFacts[], staff: number): Block {
  const members = programmes.reduce((sum, one) => sum + one.members, 0);
  const listening = programmes.reduce((sum, one) => sum + one.listening, 0);
  const special = programmes.some((one) => one.surveys.some((two) => two.special.length > 0));
  return {
    type: 'table',
    caption: 'Whose data, and what',
    columns: [
      { title: 'People', share: 30 },
      { title: 'Data', share: 70 },
    ],
    rows: [
      [
        'Families who answer surveys',
        `Answers, the day and the language; a random reference that the family keeps. No name, address or network.${special ? ' Special category data where it is asked.' : ''}`,
      ],
      [
        `Members of the panel (${members}), and people who would like to join`,
        'Name, how to reach them, what helps them to take part, bands that returns count (sex, age, ethnic group), attendance, payments, answers and comments',
      ],
      [
        `People at ${many(listening, 'listening exercise')}`,
        'What was said, without names; how many came',
      ],
      [`Staff (${staff})`, 'Name, e-mail address, role, what they changed and what they read'],
    ],
  };
}

export function promisesTable({ promises }: Pick<PrivacyFacts, 'promises'>): Block {
  return {
    type: 'table',
    caption: 'What is kept, and for how long',
    columns: [
      { title: 'What', share: 50 },
      { title: 'Until', share: 50 },
    ],
    rows: promises.map(({ what, until }) => [what, until]),
  };
}

export function processorsTable({ processors }: Pick<PrivacyFacts, 'processors'>): Block {
  return {
    type: 'table',
    caption: 'Processors that the settings name',
    columns: [
      { title: 'Who', share: 40 },
      { title: 'What passes through them', share: 60 },
    ],
    rows: processors.map(({ who, what }) => [who, what]),
  };
}

export function measuresTable(measures: readonly Measure[]): Block {
  return {
    type: 'table',
    caption: 'Security, as it is set up on the day of this document',
    columns: [
      { title: 'Measure', share: 50 },
      { title: 'On', share: 12 },
      { title: 'How it is known', share: 38 },
    ],
    rows: measures.map(({ what, on, because }) => [what, on ? 'Yes' : 'No', because]),
  };
}
