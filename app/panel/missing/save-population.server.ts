import { newId } from '#db/ids.ts';
import { deletePopulation, savePopulation } from '#db/panel-population.ts';
import { record, type Programme } from '#db/people.ts';
import { theStore } from '#db/store.server.ts';
import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { Conflict } from '#app/people/errors.ts';
import { WAY_NAMES, type Way } from './panel-missing.ts';

export interface Figures {
  groups: { label: string; options: string[]; figure: number }[];
  source: string;
  asAt: string;
  version: number;
}

/** Says what the families look like that the panel speaks for, by one way of looking at them. */
export async function sayPopulation(
  by: Person,
  programme: Programme,
  way: Way,
  figures: Figures,
): Promise<void> {
  allow(by, 'panel.manage', programme);
  const { authorityId, id: programmeId } = programme;
  await theStore().write(`programme:${programmeId}`, async (tx) => {
    const row = { id: newId(), authorityId, programmeId, way, ...figures };
    if (!(await savePopulation(tx, row, figures.version))) {
      throw new Conflict('Somebody else changed these figures meanwhile. Load the page again.');
    }
    const details = { way: WAY_NAMES[way].toLowerCase() };
    await record(tx, by, 'panel.population', { kind: 'programme', id: programmeId }, details);
  });
}

/** Takes the panel's own figures away: those of a survey are used again. */
export async function dropPopulation(by: Person, programme: Programme, way: Way): Promise<void> {
  allow(by, 'panel.manage', programme);
  const { authorityId, id: programmeId } = programme;
  await theStore().write(`programme:${programmeId}`, async (tx) => {
    await deletePopulation(tx, authorityId, programmeId, way);
    const details = { way: WAY_NAMES[way].toLowerCase() };
    await record(tx, by, 'panel.population', { kind: 'programme', id: programmeId }, details);
  });
}
