import { lines, type DocumentModel, type DocumentSection } from '#app/documents/blocks.ts';
import { sayDay } from '#app/ui/words.ts';
import {
  measuresTable,
  peopleTable,
  processorsTable,
  promisesTable,
  surveysTable,
  written,
} from './blocks-of.ts';
import type { PrivacyFacts, ProgrammeFacts, Written } from './facts.ts';
import { isRating, overall, RATINGS, RISKS, type Risk } from './risks.ts';

/**
 * The data protection impact assessment of a programme: in the steps of the Information Commissioner's
 * template, the facts from the settings, the judgement from the authority.
 *
 * @param madeOn YYYY-MM-DD
 */
export function assessmentOf(
  facts: PrivacyFacts,
  programme: ProgrammeFacts,
  own: Written,
  madeOn: string,
): DocumentModel {
  return {
    title: 'Data protection impact assessment',
    subtitle: programme.title,
    cover: [
      `${sayDay(programme.startsOn)} to ${sayDay(programme.endsOn)}`,
      programme.places.join(', '),
      `As the settings stood on ${sayDay(madeOn)}`,
    ].filter((line) => line !== ''),
    authority: facts.authority,
    language: 'en-GB',
    sections: [
      ...stepsOfFacts(facts, programme, own),
      risksSection(own),
      {
        id: 'sign-off',
        title: '7. Sign-off and outcome',
        landscape: false,
        blocks: [
          {
            type: 'facts',
            caption: 'Sign-off',
            facts: [
              ['Advice of the data protection officer', said(own['dpoAdvice'])],
              ['Whether it was taken', said(own['accepted'])],
              ['Risks that are left were accepted by', said(own['signedBy'])],
              ['On', said(own['signedOn'])],
              ['To be looked at again on', said(own['reviewOn'])],
            ],
          },
        ],
      },
    ],
  };
}

const said = (text: string | undefined) => (text?.trim() ? text : 'Not written yet');

function stepsOfFacts(
  facts: PrivacyFacts,
  programme: ProgrammeFacts,
  own: Written,
): DocumentSection[] {
  const section = (id: string, title: string, blocks: DocumentSection['blocks']) => ({
    ...{ id, title, blocks },
    landscape: false,
  });
  return [
    section('why', '1. Why an assessment', [
      {
        type: 'facts',
        caption: 'Contacts',
        facts: [
          ['Controller', said(own['controller'])],
          ['Data protection officer', said(own['dpo'])],
        ],
      },
      ...written(own['why']),
    ]),
    section('processing', '2. What is done with data', [
      {
        type: 'paragraph',
        text: 'The authority asks families and practitioners what they need, runs a panel of parents and carers, lays down why its plan should work, and answers in public what it heard. Answers are counted, and comments are gathered under themes by people. No decision about a single person is taken from it, by a person or by a machine.',
      },
      peopleTable([programme], facts.staff),
      surveysTable(programme.surveys),
      promisesTable(facts),
      ...facts.deleting.map((text) => ({ type: 'paragraph' as const, text })),
      processorsTable(facts),
    ]),
    section('consultation', '3. Whom was asked', written(own['consulted'])),
    section('necessity', '4. Necessity and proportion', [
      ...written(own['necessary']),
      {
        type: 'list',
        items: [
          'People are told on the first page what it is for, who sees it and until when it is kept.',
          'Every question may be left out. A family deletes its answers by its reference without saying who it is, and gets a copy of them by it.',
          'A member sees everything that is held, and is erased on the same page.',
          'Requests are answered within one calendar month; the register of them stands under Personal data.',
        ],
      },
    ]),
    section('security', '5. What protects it', [measuresTable(facts.measures)]),
  ];
}

function risksSection(own: Written): DocumentSection {
  return {
    id: 'risks',
    title: '6. Risks, and what stands against them',
    landscape: true,
    blocks: [
      {
        type: 'table',
        caption: 'Risks to people',
        columns: [
          { title: 'Risk', share: 26 },
          { title: 'What stands against it', share: 40 },
          { title: 'Likelihood', share: 11 },
          { title: 'Severity', share: 11 },
          { title: 'Overall', share: 12 },
        ],
        rows: RISKS.map((risk) => riskRow(risk, own)),
        keys: RISKS.map(({ id }) => id),
      },
    ],
  };
}

function riskRow(risk: Risk, own: Written): string[] {
  const { likelihood, severity, rated } = ratingsOf(risk, own);
  const more = own[`more-${risk.id}`] ?? '';
  return [
    risk.what,
    lines([risk.against, ...(more === '' ? [] : [more])]),
    RATINGS[likelihood],
    RATINGS[severity],
    `${RATINGS[overall(likelihood, severity)]}${rated ? '' : ' (proposed)'}`,
  ];
}

/** How the authority rates a risk; as we propose it where it has not. */
export function ratingsOf(risk: Risk, own: Written) {
  const likelihood = own[`likelihood-${risk.id}`] ?? '';
  const severity = own[`severity-${risk.id}`] ?? '';
  const rated = isRating(likelihood) && isRating(severity);
  return {
    likelihood: isRating(likelihood) ? likelihood : risk.likelihood,
    severity: isRating(severity) ? severity : risk.severity,
    rated,
  };
}
