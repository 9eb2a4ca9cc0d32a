import { ACTIONS, AWAITED_ACTIONS, type Action } from '@baogong/duties';
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../../..');

/** Actions named in the code of services; the matrix, the duties that events begin, and specs are left out. */
function namedIn(sources: string[]): Set<string> {
  return new Set(
    sources.flatMap((text) => [...text.matchAll(/['"]([A-Z][a-z]+(?:[A-Z][a-z]+)+)['"]/g)].map(([, name]) => name!)),
  );
}

function faultsOf(named: Set<string>): string[] {
  const isAwaited = (action: Action) => AWAITED_ACTIONS.includes(action);
  return ACTIONS.filter((action) => named.has(action) === isAwaited(action));
}

describe('the mark that no command does an action yet', () => {
  const projects = [
    'libs/commanding',
    'libs/parking',
    'services/orders',
    'services/inventory',
    'services/delivery',
    'services/oversight',
  ];
  const sources = projects.flatMap((project) => {
    const folder = resolve(root, project, 'src');
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => /(?<!\.spec|duty)\.ts$/.test(file) && !/matrix-v1|domain.obligations/.test(file))
      .map((file) => readFileSync(resolve(folder, file), 'utf8'));
  });

  it('stands where no service names the action, and nowhere else', () =>
    expect(faultsOf(namedIn(sources))).toEqual([]));

  it('is told where it is wrong, on either side', () => {
    const awaited = AWAITED_ACTIONS[0]!;
    expect(faultsOf(namedIn([...sources, `const action = '${awaited}';`]))).toEqual([awaited]);
    expect(faultsOf(namedIn(sources.map((text) => text.replaceAll("'SwitchPosture'", "'X'"))))).toEqual([
      'SwitchPosture',
    ]);
  });
});
