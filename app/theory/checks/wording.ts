import type { Box } from '../graph.ts';
import { counted, quoted, type Remark } from './finding.ts';
import { isCausal, isOutcome, labelOf, upstream, type Reading } from './reading.ts';

/** TOC-C and TOC-W: whether the boxes claim what they can and say it well. */
export function wording(reading: Reading): Remark[] {
  return [
    ...carriesItAll(reading),
    ...certainties(reading),
    ...outcomesLikeActivities(reading),
    ...activitiesLikeOutcomes(reading),
    ...twoIdeas(reading),
  ];
}

/** An activity that alone stands behind an impact, or behind three long-term outcomes. */
function carriesItAll(reading: Reading): Remark[] {
  const results = reading.theory.boxes.filter(
    ({ type }) => type === 'longTermOutcome' || type === 'laterOutcome',
  );
  const carried = new Map<string, Box[]>();
  for (const result of [...results, ...reading.ends]) {
    const activities = [...upstream(reading, [result.id])].filter(
      (id) => reading.byId.get(id)?.type === 'activity',
    );
    const [only] = activities;
    if (activities.length !== 1 || only === undefined) continue;
    carried.set(only, [...(carried.get(only) ?? []), result]);
  }
  return [...carried].flatMap(([id, boxes]): Remark[] => {
    const ends = boxes.filter((box) => reading.ends.includes(box));
    if (ends.length === 0 && boxes.length < 3) return [];
    const what =
      ends[0] === undefined
        ? counted(boxes.length, 'long-term outcome', 'long-term outcomes')
        : quoted(ends[0].label);
    return [
      {
        id: 'TOC-C01',
        targets: [id, ...boxes.map((box) => box.id)],
        message: `${quoted(labelOf(reading, id))} alone carries ${what}.`,
        why: 'One activity seldom changes a whole place.',
        todo: 'Show what else contributes, or claim less.',
      },
    ];
  });
}

const CERTAIN =
  /\b(will ensure|ensures? that|guarantee[sd]?|eradicat\w+|eliminat\w+|all families|every famil\w+|all children|every child|no child)\b/i;

function certainties({ theory, causal }: Reading): Remark[] {
  const remark = (id: string, words: string, text: string): Remark => ({
    id: 'TOC-C05',
    targets: [id],
    message: `${quoted(text)} promises too much: “${words}”.`,
    why: 'One family for whom it is not true makes the whole claim untrue.',
    todo: 'Say what is likely, for whom, and how many.',
  });
  const boxes = theory.boxes.filter(isCausal).flatMap((box) => {
    const words = CERTAIN.exec(box.label)?.[0];
    return words === undefined ? [] : [remark(box.id, words, box.label)];
  });
  const links = causal.flatMap((link) => {
    const words = CERTAIN.exec(link.reason)?.[0];
    return words === undefined ? [] : [remark(link.id, words, link.reason)];
  });
  return [...boxes, ...links];
}

const DELIVERY =
  /^(to )?(deliver|provid|run|hold|train|develop|launch|commission|offer|set up|open|recruit|organis|host|establish)(e?s|ing|ning|ting)?\b/i;

function outcomesLikeActivities({ theory }: Reading): Remark[] {
  return theory.boxes
    .filter((box) => isOutcome(box) && DELIVERY.test(box.label.trim()))
    .map((box) => ({
      id: 'TOC-W01',
      targets: [box.id],
      message: `${quoted(box.label)} reads like something we do, not like a change for families.`,
      why: 'If the outcome is that we did it, nobody will ask whether it helped.',
      todo: 'Say what is different for whom, or make the box an activity.',
    }));
}

const RESULT =
  /^(increas(ed|e|ing)|improv(ed|e|ing|ement)|reduc(ed|e|ing|tion)|more|fewer|less|better|greater|higher|lower)\b|\b(is|are|has|have) (been )?(increased|improved|reduced)\b/i;

function activitiesLikeOutcomes({ theory }: Reading): Remark[] {
  return theory.boxes
    .filter((box) => box.type === 'activity' && RESULT.test(box.label.trim()))
    .map((box) => ({
      id: 'TOC-W02',
      targets: [box.id],
      message: `${quoted(box.label)} reads like a result, not like something that somebody does.`,
      why: 'Nobody can put it in a plan with an owner and a date.',
      todo: 'Say who does what, or make the box an outcome.',
    }));
}

const LONG = 20;
export const VERBS =
  /\b(is|are|was|were|be|been|has|have|get|gets|feel|feels|know|knows|can|will|find|finds|take|takes|use|uses|start|starts|receive|receives|increased?|improved?|reduced?)\b/i;

/** Two sentences, two clauses joined by "and", or more words than a box should hold. */
function twoIdeas({ theory }: Reading): Remark[] {
  return theory.boxes.flatMap((box): Remark[] => {
    const words = box.label.split(/\s+/).filter((word) => word !== '').length;
    const clauses = box.label.split(/\band\b(?! (?:that|who|how|which|what)\b)/i);
    const joined = clauses.length > 1 && clauses.every((clause) => VERBS.test(clause));
    const sentences = /;|[.!?]\s+\p{Lu}/u.test(box.label.trim());
    if (words <= LONG && !joined && !sentences) return [];
    return [
      {
        id: 'TOC-W04',
        targets: [box.id],
        message:
          words > LONG
            ? `${quoted(box.label)} has ${words} words.`
            : `${quoted(box.label)} seems to hold two ideas.`,
        why: 'A box with one short idea can be linked, measured and argued with.',
        todo: 'Split it, or move the explanation under the box.',
      },
    ];
  });
}
