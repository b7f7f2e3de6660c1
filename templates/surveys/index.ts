import { z } from 'zod';
import { questionsOf, type Definition } from '#app/survey/definition.ts';
import { readDefinition } from '#app/survey/read-definition.ts';
import barriers from './barriers.json' with { type: 'json' };
import equality from './equality.json' with { type: 'json' };
import eventPoll from './event-poll.json' with { type: 'json' };
import familyNeeds from './family-needs.json' with { type: 'json' };
import hubSatisfaction from './hub-satisfaction.json' with { type: 'json' };
import partners from './partners.json' with { type: 'json' };
import workforce from './workforce.json' with { type: 'json' };
import youngPeople from './young-people.json' with { type: 'json' };
import { askedElsewhere, type RawTemplate } from './same-as.ts';

/** Where a question comes from, and why it is asked so: shown to staff, never to respondents. */
const Origin = z.strictObject({ from: z.string().min(3), note: z.string().min(3) });
export type Origin = z.infer<typeof Origin>;

const Template = z.strictObject({
  id: z.string().regex(/^[a-z][a-z-]*$/),
  name: z.string().min(3),
  summary: z.string().min(3),
  /** How long it takes most people, said on the first page. */
  minutes: z.int().min(1),
  /** The question whose answers are the places of the programme, if there is one. */
  placesQuestion: z.string().optional(),
  /** `{authority}` and `{keepUntil}` are filled in when a survey is started. Blank lines part paragraphs. */
  privacyNotice: z.string().min(50),
  origins: z.record(z.string(), Origin),
  survey: z.unknown(),
});

export interface SurveyTemplate extends Omit<z.infer<typeof Template>, 'survey'> {
  definition: Definition;
}

/** Every questionnaire that is shipped, in the order offered. */
const SHIPPED: readonly RawTemplate[] = [
  familyNeeds,
  hubSatisfaction,
  barriers,
  youngPeople,
  workforce,
  partners,
  eventPoll,
  equality,
];

/** Every questionnaire that is shipped, its questions written out and checked. */
export const surveyTemplates: readonly SurveyTemplate[] = SHIPPED.map((raw) =>
  readSurveyTemplate(askedElsewhere(raw, SHIPPED), `templates/surveys/${raw.id}.json`),
);

export function surveyTemplate(id: string): SurveyTemplate | undefined {
  return surveyTemplates.find((template) => template.id === id);
}

/** Checks one template whole; a bad one stops the start with its file and element. */
export function readSurveyTemplate(raw: unknown, file: string): SurveyTemplate {
  const { survey, ...about } = Template.parse(raw);
  const read = readDefinition(survey);
  if (!read.ok) {
    const said = read.problems.map(({ element, message }) => `  ${element}: ${message}`);
    throw new Error(`${file} cannot be used:\n${said.join('\n')}`);
  }
  const names = questionsOf(read.definition).map(({ name }) => name);
  const strays = [
    ...names.filter((name) => !Object.hasOwn(about.origins, name)).map((n) => `${n} has no origin`),
    ...Object.keys(about.origins)
      .filter((name) => !names.includes(name))
      .map((name) => `there is an origin for ${name}, which is not asked`),
    ...(about.placesQuestion === undefined || names.includes(about.placesQuestion)
      ? []
      : [`placesQuestion names ${about.placesQuestion}, which is not asked`]),
    ...(read.notKept.length > 0 ? [`${read.notKept.join(', ')} would not be kept`] : []),
  ];
  if (strays.length > 0) throw new Error(`${file} cannot be used: ${strays.join('; ')}.`);
  return { ...about, definition: read.definition };
}
