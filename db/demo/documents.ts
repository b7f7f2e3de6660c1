import {
  hideSection,
  keepSection,
  moveSection,
} from '#app/plan/documents/arrange-document.server.ts';
import type { DocumentId } from '#app/plan/documents/documents.ts';
import { keepDocumentVersion } from '#app/plan/documents/export-document.server.ts';
import type { Demonstration } from './load.server.ts';

const DAY = 86_400_000;

const SUMMARY = `We asked families before we wrote anything down: {{answers}} answered our surveys, and {{members}} parents and carers sit on the panel. What they said became {{needs}} needs and {{lines}} lines of this plan.

What matters most to us:

- families can come when they are free, and not only when we are open
- one page says what there is, in the languages that families read
- fathers are asked by name`;

const LEARNED = `Evenings and Saturdays reached parents whom daytime groups had not. We would begin with them again.

- Staff need to be asked about hours before hours are promised.
- A group that is offered in one language is heard of in one language.`;

const VISION =
  'Every child in Wexcombe starts school ready to learn, and every parent knows one place to ask. The council, the health trust and the voluntary partnership share this vision.';

const STRATEGIES =
  'This plan builds on the children and young people’s plan 2024 to 2027 and on the borough’s early help strategy.';

/**
 * Words of the authority's own in three of its documents, one section left out of a fourth, and a
 * version of the evaluation that was kept: what is done to the plan afterwards shows as changed.
 */
export async function demoDocuments(d: Demonstration): Promise<void> {
  const { lead, commissioner, programme } = d;
  const write = async (document: DocumentId, section: string, before: string) => {
    const fields = { title: '', before, after: '', version: 0 };
    await keepSection(lead, programme, document, section, fields);
  };
  await write('delivery-plan', 'summary', SUMMARY);
  await write('evaluation', 'learning', LEARNED);
  await write('local-plan', 'vision', VISION);
  await write('local-plan', 'strategies', STRATEGIES);
  await moveSection(lead, programme, 'evaluation', 'families', 'up');
  await hideSection(commissioner, programme, 'self-evaluation', 'sharing', true);
  const kept = new Date(d.now.getTime() - 30 * DAY);
  await keepDocumentVersion(lead, programme, 'evaluation', 'For the evaluation group', kept);
}
