import { CONTEXTS, CONTRACTS, publishedTypes } from '@baogong/contracts';
import { fingerprintOf } from '@baogong/testing';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../../..');

for (const context of CONTEXTS) {
  const folder = resolve(root, 'services', context, 'golden/events');
  mkdirSync(folder, { recursive: true });
  for (const { type, version: revision, jsonSchema } of publishedTypes().filter((each) => each.context === context)) {
    const file = resolve(folder, `${type}.${revision}.json`);
    // What is released stays as it was: a file is written once, for a type or a revision that has none yet.
    if (existsSync(file)) continue;
    const golden = { type, revision, contract: fingerprintOf(jsonSchema), data: CONTRACTS[context][type]!.example };
    writeFileSync(file, `${JSON.stringify(golden, null, 2)}\n`);
    process.stdout.write(`${file} is written\n`);
  }
}
