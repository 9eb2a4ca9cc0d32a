import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { givenDatabases, withDatabasesOf } from '@baogong/backup';
import { fingerprintsOf } from '@baogong/commanding';
import { createIdentity } from '@baogong/identity';
import { realIssuerIn } from '@baogong/operation';
import { Misuse, type Command, type Setting } from '../command.js';
import { dataFolder } from '../data-folder.js';
import { lookAtBroker } from '../doctor/broker.js';
import { lookAtDatabases, type Fingerprints } from '../doctor/databases.js';
import { lineOf, look, note, type Finding } from '../doctor/finding.js';
import { lookAtMachine } from '../doctor/machine.js';

export const doctor: Command = {
  usage: `npm run baogong -- doctor [--data DIR] [--port N]
  looks for everything in docs/troubles.md without starting Baogong: programs, memory, folder, disk, port, variables,
  databases (schema, clock, keys, parked events, lag), broker and topics; exits with 1 where there is a trouble.
  The database of a stopped installation is started for the look and stopped again. With BAOGONG_DATABASES_URL
  (or BAOGONG_ORDERS_URL and so on) it looks at these databases.`,

  async run(args, { output, ...setting }) {
    const text = { type: 'string' } as const;
    const { values } = parseArgs({ args: [...args], options: { data: text, port: text } });
    const port = Number(values.port ?? '3000');
    if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Misuse('--port is a number up to 65535.');
    const data = dataFolder(setting, values.data);
    const findings = [
      ...(await lookAtMachine({ data, port, env: setting.env })),
      ...(await look('databases', () => databases(data, setting.env))),
      ...(await lookAtBroker(setting.env)),
    ];
    const troubles = findings.filter(({ state }) => state === 'TROUBLE').length;
    for (const finding of findings) output.out(lineOf(finding));
    output.out(troubles === 0 ? 'Nothing is in the way.' : `${troubles} in the way: see above, and docs/troubles.md.`);
    return troubles === 0 ? 0 : 1;
  },
};

async function databases(data: string, env: Setting['env']): Promise<Finding[]> {
  const keys = await fingerprintsIn(join(data, 'keys'), env);
  const given = givenDatabases(env);
  if (given) return lookAtDatabases(given, keys);
  if (!existsSync(join(data, 'keys'))) return [note('databases', 'none yet: the first start makes them')];
  return withDatabasesOf(data, (places) => lookAtDatabases(places, keys));
}

/** Of the keys that a start would use now. */
async function fingerprintsIn(folder: string, env: Setting['env']): Promise<Fingerprints> {
  const key = (name: string): Uint8Array | undefined =>
    existsSync(join(folder, name)) ? Buffer.from(readFileSync(join(folder, name), 'utf8').trim(), 'hex') : undefined;
  const names = ['pass-signing', 'vault-master', 'words-master', 'matrix-signing'];
  const [passSigning, vaultMaster, wordsMaster, matrixSigning] = names.map(key);
  const localKeyFile = join(folder, 'issuer.json');
  const real = realIssuerIn(env);
  // A missing key is not made by looking for it.
  const issuer = real
    ? await createIdentity({ real })
    : existsSync(localKeyFile) && (await createIdentity({ localKeyFile }));
  return fingerprintsOf({
    keys: {
      ...(passSigning && { passSigning }),
      ...(vaultMaster && { vaultMaster }),
      ...(wordsMaster && { wordsMaster }),
      ...(matrixSigning && { matrixSigning }),
    },
    ...(issuer && { issuer: issuer.fingerprint }),
  });
}
