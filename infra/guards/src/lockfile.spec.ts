import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

type Packages = Record<string, { optionalDependencies?: Record<string, string>; resolved?: string }>;

/** A release whose platform packages were not all published yet leaves a lock that the next `npm ci` refuses. */
function holesOf(packages: Packages): string[] {
  return Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !packages[`node_modules/${name}`] && !packages[`${path}/node_modules/${name}`])
      .map((name) => `${path} > ${name}`),
  );
}

describe('the lock file', () => {
  const lock = JSON.parse(readFileSync(resolve(import.meta.dirname, '../../../package-lock.json'), 'utf8')) as {
    packages: Packages;
  };

  it('has an entry for every optional dependency', () => expect(holesOf(lock.packages)).toEqual([]));
  it('names no registry host', () =>
    expect(Object.values(lock.packages).filter(({ resolved }) => resolved?.startsWith('http'))).toEqual([]));
  it('would be told to have a hole', () =>
    expect(holesOf({ 'node_modules/a': { optionalDependencies: { 'a-linux': '1' } } })).toEqual([
      'node_modules/a > a-linux',
    ]));
});
