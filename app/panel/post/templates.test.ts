import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PURPOSES } from './purposes.ts';
import type { Facts, Template } from './template.ts';
import { TEMPLATES } from './templates/index.ts';
import { asPlainText, wordsOf } from './words.ts';

const templates = Object.entries<Template>(TEMPLATES);
const TOKEN = 'T'.repeat(43);

/** What somebody's name, or what our own data say, might be at worst. */
const wild = fc.string({ unit: 'binary', minLength: 4, maxLength: 40 });

function factsWith(name: string, datum: string, { links = {} }: Template): Facts {
  return {
    authority: 'Wexcombe Borough Council',
    programme: 'Family hubs',
    name,
    // The word in the public address of a call is ours, and may stand in an address.
    data: (key) => (key === 'code' ? 'K7QM4R' : datum),
    link: (called) => {
      const link = links[called];
      if (!link) throw new Error(`no link is called ${called}`);
      return new URL(link.path(TOKEN), 'https://hubs.example.org').href;
    },
    at: (path) => new URL(path, 'https://hubs.example.org').href,
  };
}

describe.each(templates)('the message “%s”', (kind, template) => {
  test('never has a name or anything it was given in its subject or in an address', () => {
    fc.assert(
      fc.property(wild, wild, (name, datum) => {
        const { subject, paragraphs, text } = wordsOf(template, factsWith(name, datum, template));
        const bare = wordsOf(template, factsWith('', '', template));
        expect(subject).toBe(bare.subject);
        const addresses = (words: string) => words.match(/https:\/\/hubs\.\S+/g) ?? [];
        const whole = (words: typeof bare) => [words.text, ...words.paragraphs].join('\n');
        expect(addresses(whole({ subject, paragraphs, text }))).toEqual(addresses(whole(bare)));
        for (const [called, link] of Object.entries(template.links ?? {})) {
          const address = factsWith(name, datum, template).link(called);
          expect(new URL(address).pathname.endsWith(`/${TOKEN}`), link.purpose).toBe(true);
          expect(new URL(address).search + new URL(address).hash).toBe('');
        }
        // Nothing can begin a header or another mail.
        expect(subject + text).not.toMatch(/[\r\n\u0000]/);
        expect(paragraphs[0]).not.toMatch(/[\r\n\u0000]/);
      }),
      { numRuns: 50 },
    );
  });

  test('is plain and short', () => {
    const facts = factsWith('Aisha Khan', 'Tuesday 3 March', template);
    const words = wordsOf(template, facts);
    expect(words.subject.length).toBeLessThanOrEqual(90);
    expect(words.text.length).toBeLessThanOrEqual(459);
    expect(asPlainText(words)).toMatch(/^Dear Aisha Khan,\n\n/);
    expect(asPlainText(words)).not.toMatch(/undefined|\[object|\{|\}/);
    expect(template.called).not.toBe('');
    expect(kind).toMatch(/^[a-z-]+$/);
  });

  test('has its links in its words, of purposes that there are, and they end', () => {
    const words = wordsOf(template, factsWith('A', 'b', template));
    for (const [called, link] of Object.entries(template.links ?? {})) {
      const address = factsWith('A', 'b', template).link(called);
      expect(words.paragraphs.join('\n'), called).toContain(address);
      expect(PURPOSES).toContain(link.purpose);
      expect(link.days).toBeGreaterThan(0);
      expect(link.days).toBeLessThanOrEqual(366);
    }
  });
});
