import { expect, test } from 'vitest';
import { byHttps, cookieOf } from './cookies.server.ts';

test('cookies go over https only where browsers come by https, also behind a proxy that hides it', () => {
  expect(byHttps('https://hubs.example.org/x', undefined)).toBe(true);
  expect(byHttps('http://127.0.0.1:3000/x', 'https://hubs.example.org')).toBe(true);
  expect(byHttps('http://127.0.0.1:3000/x', undefined)).toBe(false);
  expect(byHttps('http://127.0.0.1:3000/x', 'http://hubs.example.org')).toBe(false);
});

test('a cookie is found by its whole name', () => {
  const request = new Request('http://localhost/', {
    headers: { cookie: 'not_tl=1; tl=2; empty=' },
  });
  expect(cookieOf(request, 'tl')).toBe('2');
  expect(cookieOf(request, 'empty')).toBeUndefined();
  expect(cookieOf(request, 'l')).toBeUndefined();
});
