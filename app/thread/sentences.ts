import { sayMoment } from '#app/ui/words.ts';
import type { ThemeRelation, ThreadKind } from './kinds.ts';
import type { Stale } from './stale.ts';
import type { Hop, Thing, TracedHop } from './trace.ts';

/** A title inside a sentence: the sentence brings its own full stop. */
const quoted = ({ title }: Thing) => `“${title.replace(/\.$/, '')}”`;

/** One hop as one sentence, in the words of the line. */
export function sentenceOf(hop: Hop, ends: { from: Thing; to: Thing }): string {
  const [from, to] = [quoted(ends.from), quoted(ends.to)];
  switch (hop.way) {
    case 'leads-to':
      return `${to} is meant to lead to ${from}.`;
    case 'addresses':
      return `${to} answers ${from}.`;
    case 'explains':
      return `${to} lies behind ${from}.`;
    case 'assumes':
      return `${to} assumes that ${from} holds.`;
    case 'asked':
      return `Members of the panel were asked about the ${ends.to.what.toLowerCase()} ${to}.`;
    case 'weighed': {
      const says = hop.against ? 'is evidence against' : 'is evidence for';
      return `${from} ${says} the ${ends.to.what.toLowerCase()} ${to}.`;
    }
    case 'measures':
      return `The measure ${to} shows whether the ${ends.from.what.toLowerCase()} ${from} comes about.`;
    case 'gathered':
      return `Gathered under the theme ${to}.`;
    case 'tied':
      if (hop.against) return `The evidence ${from} speaks against the need ${to}.`;
      if (hop.relation) return saidAbout(hop.relation, from, to, ends.to);
      return tieSentence(hop.from.kind, hop.to.kind, from, to, ends);
  }
}

/** What families said about something of ours, under one theme. */
function saidAbout(relation: ThemeRelation, from: string, to: string, about: Thing): string {
  const what = `the ${about.what.toLowerCase()} ${to}`;
  switch (relation) {
    case 'supports':
      return `What families said under ${from} supports ${what}.`;
    case 'contradicts':
      return `What families said under ${from} contradicts ${what}.`;
    case 'asks-change':
      return `Families who raised ${from} ask for a change to ${what}.`;
  }
}

function tieSentence(
  fromKind: ThreadKind,
  toKind: ThreadKind,
  from: string,
  to: string,
  ends: { from: Thing; to: Thing },
): string {
  switch (toKind) {
    case 'theme':
      return `Gathered under the theme ${to}.`;
    case 'evidence':
      return fromKind === 'theme'
        ? `The theme ${from} became evidence: ${to}.`
        : `${ends.from.title} became evidence: ${to}.`;
    case 'need':
      return `The need ${to} rests on the evidence ${from}.`;
    case 'box':
      // A box of the same name stands for the need in the theory: it answers nothing itself.
      if (fromKind === 'need' && ends.to.what === ends.from.what) {
        return `The need ${from} stands in the theory of change.`;
      }
      if (fromKind === 'need') {
        return `The ${ends.to.what.toLowerCase()} ${to} answers the need ${from}.`;
      }
      return fromKind === 'evidence'
        ? `The ${ends.to.what.toLowerCase()} ${to} rests on the evidence ${from}.`
        : `The ${ends.to.what.toLowerCase()} ${to} was drawn because of what families said: ${from}.`;
    case 'plan-line':
      return fromKind === 'need'
        ? `The plan line ${to} answers the need ${from}.`
        : `The plan line ${to} delivers the ${ends.from.what.toLowerCase()} ${from}.`;
    case 'measure':
      return `The measure ${to} shows what comes of the plan line ${from}.`;
    case 'requirement':
      return `${from} helps to cover this requirement.`;
    case 'reply':
      return fromKind === 'theme'
        ? `Families who raised ${from} were told: ${to}.`
        : `The plan line ${from} is promised in the reply ${to}.`;
    case 'response':
    case 'note':
    case 'meeting-note':
    case 'poll':
    case 'vote':
    case 'link':
    case 'asked':
      return `${to} rests on ${from}.`;
  }
}

/** Who made a hop and when, and who looked at it again; empty where nobody is known. */
export function sayWho({ by, at, again }: Pick<TracedHop, 'by' | 'at' | 'again'>): string {
  const first = at === null ? '' : by === '' ? sayMoment(at) : `${by}, ${sayMoment(at)}`;
  if (again === null) return first;
  const later = `looked at again by ${again.by || 'somebody'}, ${sayMoment(again.at)}`;
  return first === '' ? later : `${first}; ${later}`;
}

/** Why a hop no longer holds as it was made, as sentences: what it said then, and what it says now. */
export function sayStale(stale: Stale): string {
  switch (stale.why) {
    case 'gone':
      return joined(['What this rests on is gone.', itSaid(stale.then)]);
    case 'changed':
      return joined([
        'What this rests on was changed since.',
        itSaid(stale.then),
        stale.now === null ? '' : `It says now: “${stale.now}”`,
      ]);
    case 'reworded':
      return stale.now === null
        ? joined(['The measure was taken out of the theory since.', itSaid(stale.then)])
        : joined([
            'The measure was changed since.',
            itSaid(stale.then),
            `It says now: “${stale.now}”`,
          ]);
    case 'refigured': {
      const who = `(${stale.by}, ${sayMoment(stale.at)})`;
      const then = stale.then === '' ? '' : `It was shown as ${stale.then}.`;
      return stale.now === null
        ? joined([`The figure that stood then was taken out since ${who}.`, then])
        : joined([
            `The figure that stood then was corrected since ${who}.`,
            then,
            `It is now ${stale.now}.`,
          ]);
    }
  }
}

const itSaid = (then: string) => (then === '' ? '' : `It said: “${then}”`);
const joined = (sentences: readonly string[]) => sentences.filter(Boolean).join(' ');
