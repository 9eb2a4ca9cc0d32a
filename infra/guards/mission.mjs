/** Prints which S, N and I numbers of the mission have a passing test in the last `npm test`. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const results = resolve(import.meta.dirname, '../../.cache/test-results');
const all = [...numbers('S', 84), ...numbers('N', 20), ...numbers('I', 21)];

if (!existsSync(results)) {
  console.error('No test results yet. Run `npm test` first.');
  process.exit(1);
}
const proofs = proofsIn(results);
for (const number of all) {
  const tests = proofs.get(number) ?? [];
  if (tests.length > 0) console.log(`${number.padEnd(4)} ${tests.length} passing: ${tests[0]}`);
}
const unproven = all.filter((number) => !proofs.has(number));
console.log(`\nWithout a passing test: ${unproven.join(' ')}`);
console.log(`${all.length - unproven.length} of ${all.length} numbers have a passing test.`);

function numbers(letter, count) {
  return Array.from({ length: count }, (_, index) => `${letter}${index + 1}`);
}

function proofsIn(folder) {
  const found = new Map();
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
    const { testResults } = JSON.parse(readFileSync(join(folder, file), 'utf8'));
    for (const test of testResults.flatMap(({ assertionResults }) => assertionResults)) {
      if (test.status === 'passed') for (const number of tagsOf(test.title)) add(found, number, test.fullName);
    }
  }
  return found;
}

/** Numbers count only where they lead the test's name: `S62 N3: refuses ...`. */
function tagsOf(title) {
  return /^((?:[SNIL]\d+ ?)+):/.exec(title)?.[1].trim().split(' ') ?? [];
}

function add(found, number, name) {
  found.set(number, [...(found.get(number) ?? []), name]);
}
