import { BOX_TYPES, TYPE_WORDS, type BoxType } from './graph.ts';

/** Names that people and files use for the types, folded: letters only, lower case, singular. */
const OTHER_NAMES: Readonly<Record<string, BoxType>> = {
  problem: 'need',
  situation: 'need',
  cause: 'rootCause',
  resource: 'input',
  action: 'activity',
  intervention: 'activity',
  deliverable: 'output',
  changemechanism: 'mechanism',
  mechanismofchange: 'mechanism',
  outcome: 'intermediateOutcome',
  shorttermoutcome: 'intermediateOutcome',
  mediumtermoutcome: 'intermediateOutcome',
  interimoutcome: 'intermediateOutcome',
  finaloutcome: 'longTermOutcome',
  longtermgoal: 'longTermOutcome',
  ultimateoutcome: 'longTermOutcome',
  ultimategoal: 'impact',
  longtermimpact: 'impact',
  goal: 'aim',
  overallaim: 'aim',
  vision: 'aim',
  purpose: 'aim',
  keyassumption: 'assumption',
  context: 'externalFactor',
  contextualfactor: 'externalFactor',
  enabler: 'externalFactor',
  enablingfactor: 'externalFactor',
  keyactivity: 'activity',
  keyoutput: 'output',
};

function foldName(name: string): string {
  const letters = name.toLowerCase().replace(/[^\p{L}]/gu, '');
  return letters.endsWith('ies') ? `${letters.slice(0, -3)}y` : letters.replace(/s$/, '');
}

const BY_NAME = new Map<string, BoxType>([
  ...Object.entries(OTHER_NAMES),
  ...BOX_TYPES.flatMap((type): [string, BoxType][] => [
    [foldName(type), type],
    [foldName(TYPE_WORDS[type].many), type],
  ]),
]);

/**
 * The type that a name means, whatever its case, number or punctuation: "Long-term outcomes",
 * `long_term_outcome` and `longTermOutcome` are the same. Null when it means none.
 */
export function typeNamed(name: string): BoxType | null {
  return BY_NAME.get(foldName(name)) ?? null;
}
