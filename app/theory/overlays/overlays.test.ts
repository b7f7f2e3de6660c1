import { describe, expect, test } from 'vitest';
import { HIDDEN } from '#app/statistics/small-numbers.ts';
import { between, boxOf, theoryOf } from '#test/some-theories.ts';
import { theorySvg } from '../draw.ts';
import type { Piece, Theory } from '../graph.ts';
import { agreementOverlay } from './agreement.ts';
import { evidenceOverlay } from './evidence.ts';
import { moneyOverlay, performanceOverlay } from './money-and-course.ts';
import { needOverlay, voiceOverlay } from './need-and-voice.ts';
import type { Overlay } from './overlay.ts';

function theory(pieces: Piece[] = []): Theory {
  const boxes = [
    boxOf('need', 'hours', { more: { needId: 'n1' } }),
    boxOf('need', 'talk', { more: { needId: 'n2' } }),
    boxOf('activity', 'open'),
    boxOf('activity', 'coach'),
    boxOf('longTermOutcome', 'ready'),
  ];
  const pairs = [
    ['open', 'hours'],
    ['coach', 'talk'],
    ['open', 'ready'],
    ['coach', 'ready'],
  ] as const;
  const links = pairs.map(([source, target]) => between(boxes, source, target));
  return { ...theoryOf(boxes, links), pieces };
}

const said = (overlay: Overlay) =>
  Object.fromEntries(overlay.rows.map(({ id, words }) => [id, words]));

const evidence = (id: string, on: string, direction: string, strength: string): Piece => ({
  id,
  kind: 'evidence',
  on,
  more: { what: `Study ${id}`, direction, strength },
});

describe('laid over the picture', () => {
  test('need: the priority of each, and which stand behind what follows', () => {
    const needs = [
      { id: 'n1', who: 'Parents who work', place: 'Dunsley', howMany: '120', priority: 'high' },
      { id: 'n2', who: '', place: '', howMany: '', priority: '' },
    ];
    const overlay = needOverlay(theory(), needs);
    expect(said(overlay)).toEqual({
      hours: 'high priority',
      talk: 'no priority',
      open: '1 need, 1 high',
      coach: '1 need',
      ready: '2 needs, 1 high',
    });
    expect(overlay.rows[0]?.because).toBe('Parents who work; Dunsley; 120');
  });

  test('voice: the largest theme, hidden where few spoke, and never added up', () => {
    const themes = [
      { id: 't1', name: 'Hours', people: 40, needIds: ['n1'] },
      { id: 't2', name: 'Buses', people: HIDDEN, needIds: ['n1'] },
      { id: 't3', name: 'Speech', people: HIDDEN, needIds: ['n2'] },
    ] as const;
    const overlay = voiceOverlay(theory(), themes);
    expect(said(overlay)).toMatchObject({
      hours: 'at least 40 people',
      talk: 'a few people',
      ready: 'at least 40 people',
    });
    expect(overlay.rows.find(({ id }) => id === 'talk')?.because).toBe('Speech: too few to show');
    const unheard = voiceOverlay(theory(), []);
    expect(said(unheard)).toEqual({ hours: 'nobody heard', talk: 'nobody heard' });
  });

  test('evidence: for, against, both and none, at boxes and links', () => {
    const pieces = [
      evidence('a', 'open>ready', 'for', 'weak'),
      evidence('b', 'open>ready', 'for', 'strong'),
      evidence('c', 'open>ready', 'against', 'moderate'),
      evidence('d', 'ready', 'against', 'weak'),
    ];
    expect(said(evidenceOverlay(theory(pieces)))).toEqual({
      ready: 'against: weak',
      'open>ready': 'for: strong, against: moderate',
      'coach>ready': 'no evidence yet',
    });
  });

  test('money: a line that pays for two is counted once on the way to an outcome', () => {
    const lines = [
      { id: 'l1', title: 'Both', costPence: 100_000_00, activityIds: ['open', 'coach'] },
      { id: 'l2', title: 'Doors', costPence: 1_234_56, activityIds: ['open'] },
      { id: 'l3', title: 'Later', costPence: null, activityIds: ['open'] },
    ];
    expect(said(moneyOverlay(theory(), lines))).toEqual({
      open: '£101,234.56 (1 of 3 costs not known)',
      coach: '£100,000',
      ready: '£101,234.56 (1 of 3 costs not known)',
    });
    expect(said(moneyOverlay(theory(), []))['open']).toBe('no plan line');
  });

  test('performance: the worst measure decides, and the table says why', () => {
    const fact = { on: 'ready', because: 'Because of it.' };
    const overlay = performanceOverlay(theory(), [
      { ...fact, measureId: '1', label: 'Ready', course: 'onCourse' },
      { ...fact, measureId: '2', label: 'Attendance', course: 'behind' },
    ]);
    expect(said(overlay)).toEqual({ ready: '1 of 2 on course' });
    expect(overlay.marks.boxes.get('ready')?.meaning).toBe('some behind');
    expect(overlay.rows[0]?.because).toContain('Attendance: behind. Because of it.');
  });

  test('the picture says each in words and dashes, explains it, and stays readable', () => {
    const overlay = agreementOverlay(theory(), [
      { number: 1, on: 'open>ready', agreement: 'divided', counts: 'Agree 9, disagree 8' },
    ]);
    const svg = theorySvg(theory(), { marks: overlay.marks, legend: true });
    expect(svg).toContain('1 ≠');
    expect(svg).toContain('stroke-dasharray="12 4"');
    expect(svg).toMatch(/>Divided</);
    for (const each of [needOverlay(theory(), []), moneyOverlay(theory(), [])]) {
      for (const { words, name } of each.marks.boxes.values()) {
        expect(words).not.toBe('');
        expect(name).not.toBe('');
      }
    }
  });
});
