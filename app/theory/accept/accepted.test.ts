import { describe, expect, test } from 'vitest';
import { soundTheory } from '#test/sound-theory.ts';
import { checkTheory } from '../checks/check-theory.ts';
import type { Finding } from '../checks/finding.ts';
import { mayBeAccepted, sortFindings, type Accepted } from './accepted.ts';

const clean = soundTheory();
const noLead = {
  ...clean,
  boxes: clean.boxes.map((box) => (box.id === 'open' ? { ...box, more: {} } : box)),
};

function acceptedOf(finding: Finding): Accepted {
  const { key, message } = finding;
  return { key, message, because: 'Settled in June', by: 'Priya', at: new Date(0) };
}

describe('what was accepted', () => {
  test('no longer speaks, and keeps who accepted it and why', () => {
    const findings = checkTheory(noLead, 'approve');
    expect(findings.map(({ key }) => key)).toEqual(['TOC-W07:open']);
    const { open, accepted } = sortFindings(findings, findings.map(acceptedOf));
    expect(open).toEqual([]);
    expect(accepted.map((one) => one.accepted.because)).toEqual(['Settled in June']);
  });

  test('speaks again when it says something else', () => {
    const before = checkTheory(noLead, 'approve').map(acceptedOf);
    const boxes = noLead.boxes.map((box) =>
      box.id === 'open' ? { ...box, label: 'Open one hub on Mondays' } : box,
    );
    const { open, accepted } = sortFindings(checkTheory({ ...noLead, boxes }, 'approve'), before);
    expect(open.map(({ key }) => key)).toEqual(['TOC-W07:open']);
    expect(accepted).toEqual([]);
  });

  test('is not heard of any more once it is put right', () => {
    const before = checkTheory(noLead, 'approve').map(acceptedOf);
    expect(sortFindings(checkTheory(clean, 'approve'), before)).toEqual({ open: [], accepted: [] });
  });

  test('cannot be a broken link', () => {
    expect(mayBeAccepted({ id: 'TOC-I01' })).toBe(false);
    expect(mayBeAccepted({ id: 'TOC-A01' })).toBe(true);
  });
});
