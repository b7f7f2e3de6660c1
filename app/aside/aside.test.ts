import { expect, test } from 'vitest';
import type { writeDocx } from '#app/documents/write-docx.server.ts';
import { whyUnavailable } from '#db/faults.ts';
import { aside } from './aside.server.ts';

const document = {
  title: 'Delivery plan',
  subtitle: 'Best Start',
  cover: [],
  authority: { name: 'Northmere', colour: '#0b5cad', isDemonstration: false },
  language: 'en-GB',
  sections: [
    {
      id: 'one',
      title: 'Whom it reached',
      landscape: false,
      blocks: Array.from({ length: 400 }, (_, at) => ({
        type: 'paragraph' as const,
        text: `Line ${at} with 100 % of “words”`,
      })),
    },
  ],
} as const;
const write = (...given: Parameters<typeof writeDocx>) =>
  aside<typeof writeDocx>('app/documents/write-docx.server.ts', 'writeDocx', ...given);

test('long work is done while others are answered, and its bytes come back', async () => {
  // Done in place (`await file[work]()` on this thread), only a few turns are counted.
  await write(document);
  let turns = 0;
  const others = setInterval(() => (turns += 1), 1);
  const bytes = await write(document);
  clearInterval(others);
  expect(Buffer.from(bytes.subarray(0, 2)).toString()).toBe('PK');
  expect(turns).toBeGreaterThan(20);
});

test('what the work throws is thrown here, and the thread goes on', async () => {
  const broken = { ...document, sections: null } as unknown as typeof document;
  await expect(write(broken)).rejects.toThrow(TypeError);
  expect((await write(document)).byteLength).toBeGreaterThan(1000);
});

test('whoever comes when too much waits is told to come back, which is no fault of ours', async () => {
  const asked = await Promise.allSettled(Array.from({ length: 60 }, () => write(document)));
  const refused = asked.filter((one) => one.status === 'rejected');
  expect(refused.length).toBeGreaterThan(0);
  expect(refused.length).toBeLessThan(11);
  for (const { reason } of refused) expect(whyUnavailable(reason)).toBe('crowded');
});
