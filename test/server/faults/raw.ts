import { connect, type Socket } from 'node:net';

/** A connection on which a test writes what it likes. */
export interface Raw {
  socket: Socket;
  /** What came back so far. */
  heard: () => string;
  /** How long it stayed open, in milliseconds, once it is closed. */
  closed: Promise<number>;
}

export function rawTo(address: string): Raw {
  const { hostname, port } = new URL(address);
  const socket = connect(Number(port), hostname);
  const began = performance.now();
  let text = '';
  socket.on('data', (chunk: Buffer) => (text += chunk.toString('latin1')));
  socket.on('error', () => undefined);
  const closed = new Promise<number>((resolve) =>
    socket.once('close', () => resolve(performance.now() - began)),
  );
  return { socket, heard: () => text, closed };
}

/** Sends bytes as they are, and gives what came back when the server has said all: its first line. */
export async function say(address: string, bytes: string | Buffer, endAfter = 0): Promise<string> {
  const raw = rawTo(address);
  raw.socket.write(bytes);
  if (endAfter > 0) setTimeout(() => raw.socket.destroy(), endAfter);
  await Promise.race([
    raw.closed,
    new Promise<void>((resolve) =>
      raw.socket.on('data', () => {
        if (/\r\n\r\n[^]*/.test(raw.heard())) resolve();
      }),
    ),
  ]);
  raw.socket.destroy();
  return raw.heard().split('\r\n')[0] ?? '';
}
