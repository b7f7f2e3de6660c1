import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fieldCounter } from './field-counter.ts';

/** Counts a body that comes in pieces of these lengths, the last of them again and again. */
function counted(type: string, body: string, lengths: readonly number[]): number {
  const bytes = Buffer.from(body);
  const count = fieldCounter(type);
  let found = 0;
  for (let at = 0, piece = 0; at < bytes.length; piece += 1) {
    const length = lengths[Math.min(piece, lengths.length - 1)] ?? 1;
    found += count(bytes.subarray(at, at + length));
    at += length;
  }
  return found;
}

const lengths = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 8 });

test('fields of a form are counted, however its bytes arrive', () => {
  fc.assert(
    fc.property(fc.nat(200), lengths, (fields, pieces) => {
      const body = Array.from({ length: fields }, (_, at) => `&n${at}=form-data`).join('');
      const type = 'application/x-www-form-urlencoded;charset=UTF-8';
      expect(counted(type, body, pieces)).toBe(fields);
    }),
  );
});

// Mutation tried: without `cut` whoever sends small pieces is not counted.
test('parts of a form are counted, however its bytes arrive', () => {
  fc.assert(
    fc.property(fc.nat(50), lengths, (parts, pieces) => {
      const part = '--edge\r\nContent-Disposition: form-data; name="a&b"\r\n\r\nform-dat\r\n';
      expect(counted('Multipart/form-data; boundary=edge', part.repeat(parts), pieces)).toBe(parts);
    }),
  );
});
