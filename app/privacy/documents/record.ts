import type { DocumentModel } from '#app/documents/blocks.ts';
import { sayDay } from '#app/ui/words.ts';
import {
  measuresTable,
  peopleTable,
  processorsTable,
  promisesTable,
  surveysTable,
  written,
} from './blocks-of.ts';
import type { PrivacyFacts, Written } from './facts.ts';

const PURPOSES = [
  'To learn what families with young children need, as the authority’s duties on childcare and Family Hubs ask of it',
  'To run a panel of parents and carers that has a say in decisions',
  'To plan services, to answer families in public, and to account for money and outcomes',
] as const;

/**
 * The record of processing activities of an authority, with what Article 30(1) of the UK GDPR asks for.
 *
 * @param madeOn YYYY-MM-DD
 */
export function recordOf(facts: PrivacyFacts, own: Written, madeOn: string): DocumentModel {
  const said = (name: string) => (own[name]?.trim() ? own[name] : 'Not written yet');
  const section = (id: string, title: string, blocks: DocumentModel['sections'][0]['blocks']) => ({
    ...{ id, title, blocks },
    landscape: false,
  });
  return {
    title: 'Record of processing activities',
    subtitle: 'Families’ needs, the panel and the plan',
    cover: [`As the settings stood on ${sayDay(madeOn)}`],
    authority: facts.authority,
    language: 'en-GB',
    sections: [
      section('who', 'Who is responsible', [
        {
          type: 'facts',
          caption: 'Responsible',
          facts: [
            ['Controller', said('controller')],
            ['Data protection officer', said('dpo')],
            ['Joint controllers', said('joint')],
            ['Hosting', said('hosting')],
          ],
        },
      ]),
      section('purposes', 'Purposes', [{ type: 'list', items: PURPOSES }]),
      section('people', 'People and data', [
        peopleTable(facts.programmes, facts.staff),
        ...facts.programmes.flatMap(({ title, surveys }) =>
          surveys.length === 0
            ? []
            : [{ type: 'heading' as const, level: 2 as const, text: title }, surveysTable(surveys)],
        ),
      ]),
      section('recipients', 'Recipients and processors', [
        ...written(own['recipients']),
        processorsTable(facts),
      ]),
      section('transfers', 'Transfers abroad', written(own['transfers'])),
      section('retention', 'Until when', [promisesTable(facts)]),
      section('security', 'Security', [measuresTable(facts.measures)]),
    ],
  };
}
