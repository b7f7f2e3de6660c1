import { z } from 'zod';
import { fromJson } from '#app/theory/formats/json.ts';
import type { Theory } from '#app/theory/graph.ts';
import additionalNeeds from './additional-needs.json' with { type: 'json' };
import earlyLanguage from './early-language.json' with { type: 'json' };
import infantFeeding from './infant-feeding.json' with { type: 'json' };
import integration from './integration.json' with { type: 'json' };
import parentingSupport from './parenting-support.json' with { type: 'json' };
import parentsWellbeing from './parents-wellbeing.json' with { type: 'json' };
import reachAndAccess from './reach-and-access.json' with { type: 'json' };
import workforce from './workforce.json' with { type: 'json' };

const Starter = z.strictObject({
  id: z.string().regex(/^[a-z][a-z-]*$/),
  name: z.string().min(3),
  summary: z.string().min(3),
  /** Where its claims come from, said to whoever begins with it. */
  basis: z.string().min(20),
  theory: z.unknown(),
});

/** A theory to begin with and to argue with. It holds no needs: those come from the register. */
export interface StarterTheory {
  id: string;
  name: string;
  summary: string;
  basis: string;
  theory: Theory;
}

/** Every starter that ships: the five funded strands, then what all of them rest on. */
export const starterTheories: readonly StarterTheory[] = [
  readStarter(parentsWellbeing, 'templates/theories/parents-wellbeing.json'),
  readStarter(infantFeeding, 'templates/theories/infant-feeding.json'),
  readStarter(parentingSupport, 'templates/theories/parenting-support.json'),
  readStarter(earlyLanguage, 'templates/theories/early-language.json'),
  readStarter(additionalNeeds, 'templates/theories/additional-needs.json'),
  readStarter(reachAndAccess, 'templates/theories/reach-and-access.json'),
  readStarter(workforce, 'templates/theories/workforce.json'),
  readStarter(integration, 'templates/theories/integration.json'),
];

export function starterTheory(id: string): StarterTheory | undefined {
  return starterTheories.find((starter) => starter.id === id);
}

/** Checks one starter whole; a bad one stops the start with its file and element. */
export function readStarter(raw: unknown, file: string): StarterTheory {
  const { theory, ...about } = Starter.parse(raw);
  const read = fromJson(JSON.stringify(theory), about.name);
  if (!read.ok) {
    const said = read.problems.map(({ where, message }) => `  ${where}: ${message}`);
    throw new Error(`${file} cannot be used:\n${said.join('\n')}`);
  }
  const ids = new Set(read.theory.boxes.map(({ id }) => id));
  const loose = read.theory.links.filter(
    ({ source, target }) => !ids.has(source) || !ids.has(target),
  );
  if (loose.length > 0) {
    const said = loose.map(({ source, target }) => `${source} to ${target}`);
    throw new Error(`${file} cannot be used: links to nowhere: ${said.join(', ')}.`);
  }
  for (const { id } of read.theory.links) ids.add(id);
  const astray = read.theory.pieces.filter(({ on }) => on !== null && !ids.has(on));
  if (astray.length > 0) {
    const said = astray.map(({ id, on }) => `${id} on ${on ?? ''}`);
    throw new Error(`${file} cannot be used: pieces on nothing: ${said.join(', ')}.`);
  }
  return { ...about, theory: read.theory };
}
