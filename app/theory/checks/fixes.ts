import {
  isOutcomeType,
  lastPosition,
  TYPE_WORDS,
  typeName,
  type Box,
  type BoxType,
  type Link,
  type Theory,
} from '../graph.ts';
import { addingBox, addingLink, sameEnds, touches, type Operation } from '../operations.ts';
import { needBoxes, needsNotIn } from '../starting.ts';
import { quoted, type Finding, type RuleId } from './finding.ts';
import { linkToBestMatch } from './matching.ts';
import { joiningLinks, merging } from './merging.ts';
import { splitting } from './rewording.ts';
import type { Surroundings } from './surroundings.ts';

/** Something that puts a finding right at one press. */
export interface Fix {
  /** The same for the same way of putting a finding right. */
  kind: string;
  /** On the button. */
  words: string;
  /** Once it is done. */
  said: string;
  operations: Operation[];
}

type Made = Omit<Fix, 'kind'>;

/**
 * The ways in which a finding can be put right at one press, the likeliest first; none where only a
 * person can know what is meant. Each is an ordinary change: it can be taken back.
 *
 * @param newId makes ids for boxes and links that are added
 */
export function fixesFor(
  finding: Finding,
  theory: Theory,
  around: Surroundings | null,
  newId: () => string,
): Fix[] {
  const [first = ''] = finding.targets;
  const at: At = {
    finding,
    theory,
    around,
    newId,
    link: theory.links.find(({ id }) => id === first),
    box: theory.boxes.find(({ id }) => id === first),
  };
  return Object.entries(WAYS[finding.id] ?? {}).flatMap(([kind, way]) => {
    const made = way(at);
    return made === null ? [] : [{ kind, ...made }];
  });
}

/** A finding with what it is about. */
interface At {
  finding: Finding;
  theory: Theory;
  around: Surroundings | null;
  newId: () => string;
  link: Link | undefined;
  box: Box | undefined;
}

type Way = (at: At) => Made | null;

const ofLink =
  (way: (link: Link, at: At) => Made | null): Way =>
  (at) =>
    at.link === undefined ? null : way(at.link, at);

const ofBox =
  (way: (box: Box, at: At) => Made | null): Way =>
  (at) =>
    at.box === undefined ? null : way(at.box, at);

const remove = ofLink(removingLink);
const makeActivity = ofBox((box, { theory }) => retyped(theory, box, 'activity'));

/** The ways of each rule by their kinds, the likeliest first. */
const WAYS: Readonly<Partial<Record<RuleId, Readonly<Record<string, Way>>>>> = {
  'TOC-I01': { remove },
  'TOC-I03': { remove },
  'TOC-S09': { remove },
  'TOC-I02': {
    'keep-one': ofLink((link, { theory, finding }) => keepingOne(link, theory, finding.targets[1])),
  },
  'TOC-I04': {
    merge: ({ theory, finding, around, newId }) => merging(theory, finding.targets, around, newId),
  },
  'TOC-S05': { feedback: ({ theory, finding }) => feedback(loopLink(theory, finding.targets)) },
  'TOC-S06': {
    turn: ofLink((link, { theory, newId }) => turned(link, theory, newId)),
    feedback: ofLink(feedback),
  },
  'TOC-W01': { retype: makeActivity },
  'TOC-A05': { retype: makeActivity },
  'TOC-W02': { retype: ofBox((box, { theory }) => retyped(theory, box, firstTier(theory))) },
  'TOC-W03': { retype: ofBox((box, { theory }) => retyped(theory, box, 'output')) },
  'TOC-W04': { split: ofBox((box, { theory, newId }) => splitting(theory, box, newId)) },
  'TOC-N01': {
    'put-in': puttingIn,
    link: ofBox((box, { theory, newId }) => linkToBestMatch(theory, box, mayAnswer, newId)),
  },
  'TOC-N02': {
    link: ofBox((box, { theory, newId }) => linkToBestMatch(theory, box, isNeed, newId)),
  },
  'TOC-C03': { ceiling: ({ theory }) => ceilingAtImpact(theory) },
  'TOC-C06': { 'less-sure': ofLink(lessSure) },
  'TOC-M02': { move: ({ theory, finding }) => toOutput(theory, finding) },
  'TOC-M04': { remove: ({ theory, finding }) => removingMeasure(theory, finding) },
};

const isNeed = ({ type }: Box) => type === 'need';
const mayAnswer = ({ type }: Box) => type === 'activity' || isOutcomeType(type);

function removingMeasure({ pieces }: Theory, { targets: [id = ''] }: Finding): Made | null {
  if (!pieces.some((piece) => piece.id === id)) return null;
  return {
    words: 'Delete the measure',
    said: 'The measure is deleted.',
    operations: [{ kind: 'removePiece', id }],
  };
}

function removingLink({ id }: Link): Made {
  return {
    words: 'Delete the link',
    said: 'The link is deleted.',
    operations: [{ kind: 'removeLink', id }],
  };
}

/** Of two links between the same boxes the earlier stays, with the reasons of both. */
function keepingOne(link: Link, theory: Theory, earlierId: string | undefined): Made | null {
  const earlier = theory.links.find(({ id }) => id === earlierId);
  const operations = earlier === undefined ? null : joiningLinks(theory, earlier, link);
  if (operations === null) return null;
  return {
    words: 'Make them one link',
    said: 'One link stays, with the reasons of both.',
    operations,
  };
}

function feedback(link: Link | undefined): Made | null {
  if (link === undefined || link.more['feedback'] === 'yes') return null;
  return {
    words: 'It is meant: mark it as feedback',
    said: 'The link is marked as feedback.',
    operations: [{ kind: 'editLink', id: link.id, field: 'more.feedback', from: '', to: 'yes' }],
  };
}

/** Of the links in a loop the one that most likely runs back: from the latest column to the earliest. */
function loopLink({ boxes, links }: Theory, loop: readonly string[]): Link | undefined {
  const column = new Map(boxes.map(({ id, type }) => [id, Object.keys(TYPE_WORDS).indexOf(type)]));
  const back = ({ source, target }: Link) => (column.get(source) ?? 0) - (column.get(target) ?? 0);
  return links
    .filter(({ source, target }) => loop.includes(source) && loop.includes(target))
    .filter(({ source, target, kind }) => source !== target && kind === 'leadsTo')
    .reduce<Link | undefined>(
      (best, link) => (best === undefined || back(link) > back(best) ? link : best),
      undefined,
    );
}

/** The same link the other way round; not where something hangs on it, which would be lost. */
function turned(link: Link, theory: Theory, newId: () => string): Made | null {
  const ends = { source: link.target, target: link.source };
  const held = theory.pieces.some(({ on }) => on === link.id);
  if (held || theory.links.some((each) => sameEnds(each, ends))) return null;
  return {
    words: 'Turn the link round',
    said: 'The link runs the other way now.',
    operations: [
      { kind: 'removeLink', id: link.id },
      addingLink({ ...link, ...ends, id: newId() }),
    ],
  };
}

function retyped(theory: Theory, box: Box, type: BoxType): Made {
  const name = typeName(theory, type).one.toLowerCase();
  const one = `${/^[aeiou]/.test(name) ? 'an' : 'a'} ${name}`;
  return {
    words: `Make it ${one}`,
    said: `${quoted(box.label)} is ${one} now.`,
    operations: [{ kind: 'editBox', id: box.id, field: 'type', from: box.type, to: type }],
  };
}

/** The first column of outcomes that a theory uses. */
function firstTier({ boxes }: Theory): BoxType {
  return boxes.some(({ type }) => type === 'earlyOutcome') ? 'earlyOutcome' : 'intermediateOutcome';
}

function puttingIn({ theory, finding, around, newId }: At): Made | null {
  if (finding.targets.length > 0 || around === null) return null;
  const left = needsNotIn(theory, around.needs);
  if (left.length === 0) return null;
  const boxes = needBoxes(left, newId, lastPosition(theory, 'need') - 1);
  return {
    words: left.length === 1 ? 'Put this need in' : `Put these ${left.length} needs in`,
    said: left.length === 1 ? 'The need is in the theory.' : 'The needs are in the theory.',
    operations: boxes.map(addingBox),
  };
}

function ceilingAtImpact(theory: Theory): Made | null {
  if ((theory.more['ceiling'] ?? '') !== '') return null;
  const impacts = typeName(theory, 'impact').many;
  return {
    words: `We contribute from ${impacts.toLowerCase()} on`,
    said: `The ceiling is set at ${impacts.toLowerCase()}.`,
    operations: [{ kind: 'editTheory', field: 'more.ceiling', from: '', to: 'impact' }],
  };
}

function lessSure({ id }: Link): Made {
  return {
    words: 'We are fairly sure, not more',
    said: 'The confidence is set to medium.',
    operations: [{ kind: 'editLink', id, field: 'more.confidence', from: 'high', to: 'medium' }],
  };
}

/** Moves a measure to the output that leads to its outcome, where there is just one. */
function toOutput(theory: Theory, { targets: [measure = '', on = ''] }: Finding): Made | null {
  const outputs = theory.boxes.filter(
    ({ id, type }) =>
      type === 'output' &&
      theory.links.some((link) => touches(link, id) && link.source === id && link.target === on),
  );
  const [output] = outputs;
  if (output === undefined || outputs.length > 1) return null;
  return {
    words: `Move it to ${quoted(output.label)}`,
    said: `The measure is about ${quoted(output.label)} now.`,
    operations: [{ kind: 'editPiece', id: measure, field: 'on', from: on, to: output.id }],
  };
}
