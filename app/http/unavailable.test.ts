import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Asking } from './asking.server.ts';
import { unavailable } from './unavailable.server.ts';

// Each fails where its name is taken out of SECRET: the value stands in the page.

/** The names of all fields in the sources whose value nobody may read. */
function secretFields(): string[] {
  const names = new Set<string>();
  for (const file of readdirSync('app', { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.tsx') || file === 'ui/Unavailable.tsx') continue;
    const tags = readFileSync(`app/${file}`, 'utf8').match(/<(?:input|TextField)\b.*?\/>/gs) ?? [];
    for (const tag of tags) {
      if (!/type="password"|autoComplete="one-time-code"/.test(tag)) continue;
      const name = /\bname="([^"]+)"/.exec(tag)?.[1];
      if (name !== undefined) names.add(name);
      else if (/\bname=\{name\}/.test(tag)) names.add('password');
      else throw new Error(`What is the field called? ${file}`);
    }
  }
  return [...names].sort();
}

async function pageWith(fields: Record<string, string>): Promise<string> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  const asking: Asking = { form, unavailable: null, tooMuch: null };
  const request = new Request('http://localhost/x', {
    method: 'POST',
    headers: { accept: 'text/html' },
  });
  return (await unavailable(request, 'busy', asking)).text();
}

test('every secret field of the sources is found', () => {
  expect(secretFields()).toEqual([
    'clientSecret',
    'code',
    'currentPassword',
    'newPassword',
    'password',
    'pin',
  ]);
});

test.each(secretFields())('what was typed into %s is not written into the page', async (name) => {
  const page = await pageWith({ [name]: 'typed-in-secret', name: 'Mo Khan' });
  expect(page).not.toContain('typed-in-secret');
  expect(page).toContain(`name="${name}" type="password"`);
  expect(page).toContain('value="Mo Khan"');
});

test('a choice about passwords is kept as it was', async () => {
  const page = await pageWith({ passwords: 'off' });
  expect(page).toContain('name="passwords" value="off"');
});
