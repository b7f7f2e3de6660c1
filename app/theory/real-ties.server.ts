import type { Writer } from '#db/store.server.ts';
import { registerForTheory } from '#db/theory.ts';
import { tieChoices } from '#db/theory-evidence.ts';
import { tieValue } from './evidence/evidence.ts';
import type { Sent } from './operations.ts';

interface Checked {
  sent: Sent[];
  refused: { clientOpId: string; message: string }[];
}

/**
 * What a theory may be tied to: a box stands for a need of this programme's register, and evidence
 * is read from something of this programme, and from no other.
 */
export async function withRealTies(
  tx: Writer,
  authorityId: string,
  programmeId: string,
  sent: readonly Sent[],
): Promise<Checked> {
  const needs = await needsThere(tx, authorityId, programmeId, sent);
  const ends = await endsThere(tx, authorityId, programmeId, sent);
  const result: Checked = { sent: [], refused: [] };
  for (const each of sent) {
    const message = needs(each) ?? ends(each);
    if (message === null) result.sent.push(each);
    else result.refused.push({ clientOpId: each.clientOpId, message });
  }
  return result;
}

type Check = (each: Sent) => string | null;

async function needsThere(
  tx: Writer,
  authorityId: string,
  programmeId: string,
  sent: readonly Sent[],
): Promise<Check> {
  const named = ({ operation }: Sent) =>
    operation.kind === 'addBox' ? operation.box.more['needId'] : undefined;
  const register = sent.some((each) => named(each) !== undefined)
    ? await registerForTheory(tx, authorityId, programmeId)
    : [];
  const known = new Set(register.map(({ id }) => id));
  return (each) => {
    const { operation } = each;
    const forged = operation.kind === 'editBox' && operation.field === 'more.needId';
    const needId = named(each);
    if (!forged && (needId === undefined || known.has(needId))) return null;
    return 'This need is not in the register any more. Choose one that is.';
  };
}

async function endsThere(
  tx: Writer,
  authorityId: string,
  programmeId: string,
  sent: readonly Sent[],
): Promise<Check> {
  const named = ({ operation }: Sent): string => {
    if (operation.kind === 'addPiece') return operation.piece.more['thread'] ?? '';
    const ties = operation.kind === 'editPiece' && operation.field === 'more.thread';
    return ties ? operation.to : '';
  };
  if (sent.every((each) => named(each) === '')) return () => null;
  const choices = await tieChoices(tx, authorityId, programmeId);
  const known = new Set(choices.map(tieValue));
  return (each) => {
    const value = named(each);
    if (value === '' || known.has(value)) return null;
    return 'What this is tied to is not in this programme any more. Choose something that is.';
  };
}
