import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { unknownNamesIn } from './settings-rules.js';

const root = resolve(import.meta.dirname, '../../..');
const FOLDERS = ['libs', 'services', 'infra', 'docs'];
const READ = /(\.(ts|mjs|cjs|sh|ya?ml|md)|Dockerfile|README\.md)$/;
const LEFT_OUT = /(^|\/)(dist|node_modules|\.cache)(\/|$)|\.spec\.ts$/;

function sources(): string[] {
  const files = FOLDERS.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(root, join(entry.parentPath, entry.name))),
  );
  return ['README.md', 'docker-compose.yml', ...files].filter((file) => READ.test(file) && !LEFT_OUT.test(file));
}

describe('variables of the environment', () => {
  it('are all in the one schema', () => {
    const strangers = sources().flatMap((file) =>
      unknownNamesIn(contentOf(file)).map(
        (name) => `${file}: ${name} is missing in libs/operation/src/settings/schema.ts`,
      ),
    );
    expect(strangers).toEqual([]);
  });

  it('are told when the schema does not know them', () => {
    const planted = `process.env['BAOGONG_KAFAK'] ?? process.env['BAOGONG_KAFKA']; BAOGONG_PORT_FILE=/x`;
    expect(unknownNamesIn(planted)).toEqual(['BAOGONG_KAFAK', 'BAOGONG_PORT_FILE']);
  });
});

function contentOf(file: string): string {
  try {
    return readFileSync(join(root, file), 'utf8');
  } catch {
    return '';
  }
}
