// Sets a page in a process of its own, so that the server answers meanwhile (a document of 40 pages takes a
// good part of a second) and can end it when it does not end by itself. Plain JavaScript, because it runs
// from the built server and from the sources alike. It ends when the server does.
import { readFileSync } from 'node:fs';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

/** A folder that does not exist: everything that a document may read is handed to it. */
const PLACE = '/throughline-document';

const compiler = NodeCompiler.create({
  workspace: PLACE,
  fontArgs: [{ fontBlobs: process.argv.slice(2).map((file) => readFileSync(file)) }],
});

process.on('message', ({ template, data, files, made }) => {
  try {
    compiler.resetShadow();
    compiler.addSource(`${PLACE}/main.typ`, template);
    compiler.mapShadow(`${PLACE}/data.json`, Buffer.from(data, 'utf8'));
    for (const [name, bytes] of Object.entries(files)) {
      compiler.mapShadow(`${PLACE}/${name}`, Buffer.from(bytes));
    }
    const compiled = compiler.compile({ mainFilePath: `${PLACE}/main.typ` });
    if (!compiled.result) throw new Error(wrongIn(compiled));
    const pdf = compiler.pdf(compiled.result, { pdfStandard: 'ua-1', creationTimestamp: made });
    compiler.evictCache(2);
    process.send({ pdf });
  } catch (error) {
    process.send({ wrong: error instanceof Error ? error.message : String(error) });
  }
});

function wrongIn(compiled) {
  const found = compiler.fetchDiagnostics(compiled.takeDiagnostics() ?? compiled.takeError());
  return found
    .map((one) => `${one.message} (line ${(one.range?.start?.line ?? 0) + 1})`)
    .join('; ');
}
