// The thread that aside.server.ts hands work to. Plain JavaScript, because it runs from the built
// server and from the sources alike: the work itself is read from its TypeScript file.
import { pathToFileURL } from 'node:url';
import path from 'node:path';
import { move } from 'piscina';
import { register } from 'tsx/esm/api';

register();
const project = path.resolve(import.meta.dirname, '..', '..');

export default async function doWork({ module, work, given }) {
  const file = await import(pathToFileURL(path.join(project, module)).href);
  const made = await file[work](...given);
  // Bytes change hands instead of being copied.
  return made instanceof Uint8Array ? move(new Uint8Array(made)) : made;
}
