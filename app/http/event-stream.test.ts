import { expect, test } from 'vitest';
import { eventStream, eventText, type Line } from './event-stream.server.ts';

test('an event is one block, its data on one line whatever it holds', () => {
  const text = eventText({ event: 'steps', id: 4, data: { words: 'one\ntwo\n\nevent: x' } });
  expect(text).toBe('id: 4\nevent: steps\ndata: {"words":"one\\ntwo\\n\\nevent: x"}\n\n');
  expect(eventText({ event: 'beat', data: null })).toBe('event: beat\ndata: null\n\n');
});

test.each(['the browser goes', 'the server ends it', 'nobody reads it any more'])(
  'when %s, it is ended once, and what is sent afterwards goes nowhere',
  async (how) => {
    const leaving = new AbortController();
    const request = new Request('http://localhost/', { signal: leaving.signal });
    let ended = 0;
    const lines: Line[] = [];
    const response = eventStream(request, (line) => {
      lines.push(line);
      return () => {
        ended += 1;
      };
    });
    const reader = response.body?.getReader();
    lines[0]?.send({ event: 'beat', data: null });
    if (how === 'the browser goes') leaving.abort();
    else if (how === 'the server ends it') lines[0]?.end();
    else await reader?.cancel();
    lines[0]?.send({ event: 'late', data: null });
    lines[0]?.end();
    leaving.abort();
    expect(ended).toBe(1);
    let text = '';
    for (let part = await reader?.read(); part?.done === false; part = await reader?.read()) {
      text += new TextDecoder().decode(part.value);
    }
    expect(text).not.toContain('late');
  },
);
