import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { projectFolder } from '#db/migrations-folder.server.ts';

// A write that lost its authority changes rows of others only when somebody names an id of theirs, and the
// reads before it refuse that: asking every page with ids of others does not reliably notice it. So the
// sources themselves are read: each `update` and `delete` has a condition in which a column of authority
// stands, in its own words or in those of what it names.
//
// Mutation tried: the authority out of the conditions of all files of db/ (docs/decisions/0046).

/** Writes that are for every authority, or for nobody's rows, each with why. */
const SESSION = 'by the digest of its secret token, before anybody knows whose it is';
const OLD = 'what is past its time goes for every authority, once a day';
const SERVERS = 'is of the servers, and belongs to no authority';
const FOR_ALL: Readonly<Record<string, string>> = {
  'answer-files.ts dropStagedBefore: delete stagedAnswers': OLD,
  'presses.ts forgetOldPresses: delete presses': OLD,
  'retention.ts forgetOldDrafts: delete drafts': OLD,
  'servers.ts addTries: delete rateCounts': SERVERS,
  'servers.ts dropPiecesBefore: delete waitingPieces': OLD,
  'servers.ts forgetOldTries: delete rateCounts': SERVERS,
  'servers.ts forgetServer: delete runningServers': SERVERS,
  'servers.ts forgetServersBefore: delete runningServers': SERVERS,
  'servers.ts forgetTries: delete rateCounts': SERVERS,
  'servers.ts setLease: update jobLeases': SERVERS,
  'sessions.ts deleteSession: delete sessions': SESSION,
  'sessions.ts touchSession: update sessions': SESSION,
  'tablets.ts forgetOldTablets: delete outreachTablets': OLD,
};

/** What a statement is called on: a transaction, however it is named. */
const WRITERS = /^(tx|db|writer|store|into|on)$/;

interface Source {
  file: string;
  tree: ts.SourceFile;
}

const sources: Source[] = readdirSync(path.join(projectFolder(), 'db'), { withFileTypes: true })
  .filter((one) => one.isFile() && one.name.endsWith('.ts') && !one.name.includes('.test.'))
  .map(({ name }) => ({
    file: name,
    tree: ts.createSourceFile(
      name,
      readFileSync(path.join(projectFolder(), 'db', name), 'utf8'),
      ts.ScriptTarget.ES2022,
      true,
    ),
  }));

/** What is declared at the top of any file, for names that come from another one. */
const shared = new Map<string, ts.Node>();
for (const { tree } of sources) {
  for (const statement of tree.statements) {
    if (ts.isFunctionDeclaration(statement) && statement.name)
      shared.set(statement.name.text, statement);
    if (!ts.isVariableStatement(statement)) continue;
    for (const one of statement.declarationList.declarations)
      if (ts.isIdentifier(one.name)) shared.set(one.name.text, one);
  }
}

/** The declaration that a name has where it stands: the nearest around it, or one at the top of a file. */
function declared(name: ts.Identifier): ts.Node | undefined {
  for (let around = name as ts.Node | undefined; around; around = around.parent) {
    let found: ts.Node | undefined;
    ts.forEachChild(around, (child) => {
      if (ts.isFunctionDeclaration(child) && child.name?.text === name.text) found = child;
      if (ts.isVariableStatement(child))
        found ??= child.declarationList.declarations.find(
          (one) => ts.isIdentifier(one.name) && one.name.text === name.text,
        );
    });
    if (found) return found;
  }
  return shared.get(name.text);
}

/** Whether a condition holds rows to an authority. */
function isHeld(node: ts.Node, before = new Set<ts.Node>()): boolean {
  if (before.has(node)) return false;
  before.add(node);
  if (ts.isCallExpression(node) && /^(eq|inArray)$/.test(node.expression.getText())) {
    const column = node.arguments[0]?.getText() ?? '';
    if (/\bauthorityId\b/.test(column) || column === 'authorities.id') return true;
  }
  if (ts.isIdentifier(node)) {
    const where = declared(node);
    if (where && !ts.isParameter(where) && isHeld(where, before)) return true;
  }
  // The name of a column or of a field is not the name of anything that is declared.
  const children = ts.isPropertyAccessExpression(node) ? [node.expression] : childrenOf(node);
  return children.some((child) => isHeld(child, before));
}

function childrenOf(node: ts.Node): ts.Node[] {
  const children: ts.Node[] = [];
  ts.forEachChild(node, (child) => void children.push(child));
  return children;
}

interface Write {
  /** `needs.ts deleteEvidence: delete evidence` */
  what: string;
  held: boolean;
}

function writesIn({ file, tree }: Source): Write[] {
  const found: Write[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
      const { name, expression } = node.expression;
      if (/^(update|delete)$/.test(name.text) && WRITERS.test(expression.getText())) {
        const what = `${file} ${functionAround(node)}: ${name.text} ${node.arguments[0]?.getText() ?? ''}`;
        const where = conditionOf(node);
        found.push({ what, held: where !== undefined && isHeld(where) });
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

/** What stands in the `where` of the chain that a call begins. */
function conditionOf(call: ts.Node): ts.Node | undefined {
  let at = call;
  while (ts.isPropertyAccessExpression(at.parent) && ts.isCallExpression(at.parent.parent)) {
    if (at.parent.name.text === 'where') return at.parent.parent.arguments[0];
    at = at.parent.parent;
  }
  return undefined;
}

function functionAround(node: ts.Node): string {
  for (let at = node as ts.Node | undefined; at; at = at.parent) {
    if (ts.isFunctionDeclaration(at)) return at.name?.text ?? '';
  }
  return '';
}

const writes = sources.flatMap(writesIn);

test('every change and every deletion is held to one authority', () => {
  const loose = writes.filter(({ held }) => !held).map(({ what }) => what);
  expect([...new Set(loose)].sort()).toEqual(Object.keys(FOR_ALL).sort());
});

test('the sources were read: there are some hundreds of such writes', () => {
  expect(writes.length).toBeGreaterThan(200);
});
