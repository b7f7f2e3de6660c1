import { many } from '#app/ui/words.ts';
import type { Held } from './gunning.ts';
import type { FormalPart, FormalRecord } from './record.ts';
import { valuesOf } from './part-form.ts';
import { busyWarnings } from './time.ts';

/** What the page of one part shows. */
export function partPage(
  formal: {
    consultation: { id: string; title: string };
    record: FormalRecord;
    version: number;
    held: Held;
  },
  part: FormalPart,
  optionId: string,
) {
  const { consultation, record, version, held } = formal;
  const { leastDays, why } = held.time;
  const stands = record[part] !== null;
  const after = part === 'considered' || part === 'decision';
  const asked = !after && held.state !== 'draft';
  return {
    consultation: { id: consultation.id, title: consultation.title },
    part,
    version,
    values: valuesOf(part, record, optionId),
    options: (record.options?.list ?? []).map(({ id, name }) => ({ id, name })),
    rule: `Your rule is ${many(leastDays, 'day')} or more. ${why}`,
    warnings:
      part === 'time' && held.closesOn !== null
        ? busyWarnings(held.opensOn, held.closesOn, held.time)
        : [],
    needsWhy: asked || (stands && after && record.decision !== null),
    mayTakeBack: after && stands,
  };
}
