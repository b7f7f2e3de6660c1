import { arrange, arrangedDocument } from '#app/documents/arrange.ts';
import type { Block, DocumentModel } from '#app/documents/blocks.ts';
import type { Figure } from '#app/documents/own-words.ts';
import { many, sayDay } from '#app/ui/words.ts';
import { gapsOf, type Assessment } from './assessment.ts';
import { answeredBlocks, findingBlocks } from './blocks-answers.ts';
import { needBlocks, priorityBlocks } from './blocks-needs.ts';
import { figureBlocks, placeBlocks } from './blocks-places.ts';
import { wordBlocks } from './blocks-words.ts';
import { nothing } from './nothing.ts';
import type { AssessmentOutline, SectionId } from './outline.ts';

/**
 * The needs assessment as a document: the outline gives the sections and their order, this folder
 * writes each. A section of which nothing is known says so, and what is missing.
 */
export function assessmentDocument(outline: AssessmentOutline, found: Assessment): DocumentModel {
  const { authority, programme } = found;
  const head = {
    title: outline.title,
    subtitle: programme.title,
    cover: [
      `${sayDay(programme.startsOn)} to ${sayDay(programme.endsOn)}`,
      ...(programme.places.length > 0 ? [programme.places.join(', ')] : []),
      `Stage: ${programme.stage.toLowerCase()}`,
      `Made on ${sayDay(found.madeOn)}`,
    ],
    authority,
    language: 'en-GB' as const,
  };
  const sections = arrange(outline, found.arrangement);
  const blocksOf = (id: SectionId) => sectionBlocks(id, found);
  return arrangedDocument(head, sections, blocksOf, assessmentFigures(found), 'unknown');
}

/** The figures of an assessment that own words may hold by name. */
export function assessmentFigures(found: Assessment): Figure[] {
  const { programme, heard } = found;
  const answers = found.surveys.reduce((sum, one) => sum + one.answers, 0);
  const inPlay = found.needs.filter(({ notNowBecause }) => notNowBecause === '').length;
  const whole = (name: string, label: string, value: number): Figure => ({
    name,
    label,
    value: value.toLocaleString('en-GB'),
  });
  return [
    { name: 'programme', label: 'Name of the programme', value: programme.title },
    { name: 'authority', label: 'Name of the authority', value: found.authority.name },
    { name: 'made', label: 'Day on which the document is made', value: sayDay(found.madeOn) },
    whole('answers', 'Survey answers', answers),
    whole('surveys', 'Surveys', found.surveys.length),
    whole('members', 'Members of the panel', heard.members),
    whole('consultations', 'Consultations of the panel', heard.consultations),
    whole('exercises', 'Listening exercises', heard.exercises.length),
    whole('themes', 'Themes in what people wrote', found.words.rows.length),
    whole('needs', 'Needs in play', inPlay),
    whole('sites', 'Sites in the register', found.sites.length),
  ];
}

function sectionBlocks(id: SectionId, found: Assessment): Block[] {
  switch (id) {
    case 'summary':
      return summaryBlocks(found);
    case 'answered':
      return answeredBlocks(found);
    case 'findings':
      return findingBlocks(found);
    case 'words':
      return wordBlocks(found.words);
    case 'figures':
      return figureBlocks(found);
    case 'places':
      return placeBlocks(found);
    case 'needs':
      return needBlocks(found);
    case 'priorities':
      return priorityBlocks(found);
    case 'method':
      return methodBlocks(found);
    case 'unknown':
      return unknownBlocks(found);
  }
}

/** How many needs stand on the first page. */
const LARGEST = 5;

function summaryBlocks(found: Assessment): Block[] {
  const inPlay = found.needs.filter(({ notNowBecause }) => notNowBecause === '');
  const answers = found.surveys.reduce((sum, one) => sum + one.answers, 0);
  const gaps = gapsOf(found);
  const { exercises, consultations, members } = found.heard;
  const heard = [
    `${many(answers, 'survey answer')} to ${many(found.surveys.length, 'survey')}`,
    ...(exercises.length > 0 ? [many(exercises.length, 'listening exercise')] : []),
    ...(consultations > 0
      ? [`${many(consultations, 'consultation')} of a panel of ${many(members, 'member')}`]
      : []),
  ];
  return [
    {
      type: 'facts',
      caption: 'The assessment at a glance',
      facts: [
        ['Heard from', heard.join('\n')],
        ['Missing from the answers', found.surveys.flatMap(({ missing }) => missing)[0] ?? NOBODY],
        ['Themes in what people wrote', String(found.words.rows.length)],
        ['Official figures', many(found.files.length, 'file')],
        ['Needs in play', String(inPlay.length)],
        ['Put aside, with the reason', String(found.needs.length - inPlay.length)],
      ],
    },
    ...(inPlay.length === 0
      ? [nothing('No need is written in the register yet.')]
      : ([
          { type: 'paragraph', text: 'What families need most', tone: 'strong' },
          {
            type: 'list',
            items: inPlay
              .slice(0, LARGEST)
              .map(({ statement, howMany }) =>
                howMany === '' ? statement : `${statement}: ${howMany}`,
              ),
          },
        ] satisfies Block[])),
    {
      type: 'paragraph',
      tone: 'note',
      text:
        gaps.length === 0
          ? 'Every part of this assessment is filled.'
          : `${many(gaps.length, 'thing is', 'things are')} not known. The first: ${gaps[0] ?? ''} See “What we do not know”.`,
    },
  ];
}

const NOBODY = 'Not known, or nobody more than chance explains';

function methodBlocks(found: Assessment): Block[] {
  const own: Block[] = [
    {
      type: 'paragraph',
      text: 'Every figure here was counted from answers that people chose to give. A share of the answers is not a share of all families: whoever did not answer may think otherwise. Intervals say how far chance alone could move a figure among people like those who answered, and nothing about those who did not.',
    },
    {
      type: 'paragraph',
      text: 'A number from 1 to 4, and every number from which one could be worked out, is replaced by [c]. The same numbers are hidden on every page, in every file and in this document.',
    },
    {
      type: 'paragraph',
      text: 'Evidence was frozen when it was taken, with its base. A priority comes from the scores and the weights that stand in this document, or from somebody’s judgement with the reason. Nobody is named who answered a survey or spoke.',
    },
  ];
  return [...own, ...found.method];
}

function unknownBlocks(found: Assessment): Block[] {
  const gaps = gapsOf(found);
  return gaps.length === 0
    ? [{ type: 'paragraph', text: 'Nothing that this assessment asks for is missing.' }]
    : [{ type: 'list', items: gaps }];
}
