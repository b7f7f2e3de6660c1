import 'fake-indexeddb/auto';
import { webcrypto } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { Definition } from '../definition.ts';
import { ENGLISH_SPEAKER } from '../languages/speaker.ts';
import { speakerIn } from '../languages/words.ts';
import { hashPin, TRIES, tryPin, WAIT_MS } from './lock.ts';
import { AGREEMENT, IV_BYTES, KeyAsJson, seal, unseal, type Sealed } from './sealing.ts';
import { sendQueue, type Post } from './send-queue.client.ts';
import {
  activePack,
  countQueue,
  enqueue,
  keepPack,
  openTablet,
  wipe,
  type Lock,
  type TabletDatabase,
} from './tablet-store.client.ts';
import { believedDay, definitionForTablet, PROTOCOL, type Pack } from './tablet.ts';

const WELSH = speakerIn('cy');
const lock: Lock = { salt: 'c2FsdA==', hash: '', wrong: 0, waitUntil: 0 };
const pair = async () => crypto.subtle.generateKey(AGREEMENT, true, ['deriveBits']);
const publicOf = async ({ publicKey }: CryptoKeyPair) =>
  KeyAsJson.parse(await crypto.subtle.exportKey('jwk', publicKey));

describe('what is sealed on a tablet', () => {
  const what = { tabletId: 'tablet', submissionKey: 'key' };

  async function sealedFor(text: string) {
    const server = await pair();
    const iv = webcrypto.getRandomValues(new Uint8Array(IV_BYTES));
    const sealed = await seal(text, await publicOf(server), what, { pair: await pair(), iv });
    return { sealed, privateKey: await crypto.subtle.exportKey('jwk', server.privateKey) };
  }

  test('is opened by the server and by nobody else', async () => {
    const { sealed, privateKey } = await sealedFor('{"oneThing":"Später öffnen"}');
    expect(JSON.stringify(sealed)).not.toContain('oneThing');
    expect(await unseal(sealed, privateKey, what)).toBe('{"oneThing":"Später öffnen"}');
    const other = await sealedFor('');
    expect(await unseal(sealed, other.privateKey, what)).toBeNull();
  });

  test('cannot be changed or passed off as another one', async () => {
    const { sealed, privateKey } = await sealedFor('{}');
    const changed: Sealed = { ...sealed, data: `A${sealed.data.slice(1)}` };
    const first = sealed.data.startsWith('A')
      ? { ...sealed, data: `B${sealed.data.slice(1)}` }
      : changed;
    expect(await unseal(first, privateKey, what)).toBeNull();
    expect(await unseal(sealed, privateKey, { ...what, submissionKey: 'x' })).toBeNull();
    expect(await unseal(sealed, privateKey, { ...what, tabletId: 'x' })).toBeNull();
  });
});

describe('the queue', () => {
  let db: TabletDatabase;
  const sealed: Sealed = { key: { kty: 'EC', crv: 'P-256', x: '', y: '' }, iv: '', data: '' };
  const pack = (batchId: string): Pack => ({
    protocol: PROTOCOL,
    tabletId: `tablet-${batchId}`,
    token: `token-${batchId}`,
    batchId,
    publicKey: sealed.key,
    authority: { name: 'Testborough', colour: '#000', isDemonstration: false },
    place: 'Fair',
    survey: { id: 's', programmeId: 'p', title: 'What families need', minutes: 5 },
    languages: [],
    definition: { pages: [] },
  });
  const answer = (key: string, batchId = 'a') =>
    enqueue(db, { key, tabletId: 't', sealed, batchId, state: 'waiting', reason: '' });

  beforeEach(async () => {
    db = await openTablet(`tablet-${Math.random()}`);
    await keepPack(db, pack('a'), lock);
  });

  /** A server that stores what it is sent, once a key. */
  class Server {
    stored: string[] = [];
    cutAfterStoring = 0;
    post: Post = (delivery) => {
      const keys = delivery.parcels.map(({ key }) => key);
      this.stored.push(...keys.filter((key) => !this.stored.includes(key)));
      if (this.cutAfterStoring > 0) {
        this.cutAfterStoring -= 1;
        return Promise.reject(new TypeError('Failed to fetch'));
      }
      const receipts = keys.map((key) => ({ key, outcome: 'stored' as const, reason: '' }));
      return Promise.resolve({ outcome: 'received', receipts });
    };
  }

  test('a send that is cut in the middle is repeated and counts once', async () => {
    const server = new Server();
    for (let at = 0; at < 25; at += 1) await answer(`key-${at}`);
    server.cutAfterStoring = 1;
    expect(await sendQueue(db, server.post)).toEqual({ outcome: 'later' });
    expect(await countQueue(db)).toEqual({ waiting: 25, kept: 0, sent: 0 });
    expect(await sendQueue(db, server.post)).toEqual({ outcome: 'sent', stored: 25, kept: 0 });
    expect(await countQueue(db)).toEqual({ waiting: 0, kept: 0, sent: 25 });
    expect(server.stored).toHaveLength(25);
  });

  test('what the server explains stays, and is not sent again by itself', async () => {
    await answer('one');
    const refuse: Post = ({ parcels }) =>
      Promise.resolve({
        outcome: 'received',
        receipts: parcels.map(({ key }) => ({ key, outcome: 'kept', reason: 'It closed.' })),
      });
    await sendQueue(db, refuse);
    expect(await countQueue(db)).toEqual({ waiting: 0, kept: 1, sent: 0 });
    const server = new Server();
    await sendQueue(db, server.post);
    expect(server.stored).toEqual([]);
    await sendQueue(db, server.post, 'kept-too');
    expect(server.stored).toEqual(['one']);
    expect(await countQueue(db)).toMatchObject({ waiting: 0, kept: 0 });
  });

  test('an expired tablet is told to sign in and loses nothing', async () => {
    await answer('one');
    const expired: Post = () => Promise.resolve({ outcome: 'sign-in' });
    expect(await sendQueue(db, expired)).toEqual({ outcome: 'sign-in' });
    expect(await countQueue(db)).toMatchObject({ waiting: 1 });
    // Prepared again for the same batch: the new token takes the old answers along.
    await keepPack(db, { ...pack('a'), token: 'new' }, lock);
    const server = new Server();
    await sendQueue(db, server.post);
    expect(server.stored).toEqual(['one']);
  });

  test('a tablet prepared for another day keeps what waits from the day before', async () => {
    await answer('one');
    await keepPack(db, pack('b'), lock);
    expect((await activePack(db))?.batchId).toBe('b');
    await answer('two', 'b');
    const tokens: string[] = [];
    const server = new Server();
    await sendQueue(db, (delivery) => {
      tokens.push(delivery.token);
      return server.post(delivery);
    });
    expect(tokens.sort()).toEqual(['token-a', 'token-b']);
    expect(server.stored.sort()).toEqual(['one', 'two']);
    await wipe(db);
    expect(await activePack(db)).toBeUndefined();
  });
});

describe('the lock', () => {
  test('opens by its PIN, and makes a guesser wait', async () => {
    let kept: Lock = { ...lock, hash: await hashPin('2580', lock.salt) };
    for (let tries = 0; tries < TRIES; tries += 1) {
      const tried = await tryPin(kept, '1111', 1000);
      expect(tried.opened).toBe(false);
      kept = tried.lock;
    }
    expect((await tryPin(kept, '2580', 2000)).opened).toBe(false);
    const later = await tryPin(kept, '2580', 1000 + WAIT_MS);
    expect(later).toMatchObject({ opened: true, lock: { wrong: 0, waitUntil: 0 } });
  });
});

describe('what a tablet is given', () => {
  test('has no markup and a length for every answer in words', () => {
    const given = definitionForTablet(
      Definition.parse({
        pages: [
          {
            name: 'p',
            elements: [
              { type: 'html', name: 'h', html: '<b onclick="x()">Read</b> this & that' },
              { type: 'panel', name: 'g', elements: [{ type: 'comment', name: 'c' }] },
              { type: 'text', name: 't', maxLength: 10 },
              {
                type: 'boolean',
                name: 'b',
                title: { default: 'Yes?', cy: 'Ie?' },
                labelTrue: 'Indeed',
                isRequired: true,
              },
            ],
          },
        ],
      }),
      [ENGLISH_SPEAKER, WELSH],
    );
    expect(given.pages[0]?.elements).toEqual([
      { type: 'html', name: 'h', html: '<p>Read this &amp; that</p>' },
      { type: 'panel', name: 'g', elements: [{ type: 'comment', name: 'c', maxLength: 2000 }] },
      { type: 'text', name: 't', maxLength: 10 },
      {
        type: 'boolean',
        name: 'b',
        title: { default: 'Yes?', cy: 'Ie?' },
        isRequired: true,
        labelTrue: 'Indeed',
        labelFalse: { default: 'No', cy: WELSH.words.no },
        requiredErrorText: {
          default: 'Select an answer to “Yes?”',
          cy: WELSH.say('mustSelect', { title: 'Ie?' }),
        },
      },
    ]);
  });

  test('a clock that is wrong moves an answer to a day that can be', () => {
    expect(believedDay('2026-06-03', '2026-06-01', '2026-06-05')).toBe('2026-06-03');
    expect(believedDay('1970-01-01', '2026-06-01', '2026-06-05')).toBe('2026-06-01');
    expect(believedDay('2036-01-01', '2026-06-01', '2026-06-05')).toBe('2026-06-05');
  });
});
