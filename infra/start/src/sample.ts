import { createHash } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LocalIssuer } from '@baogong/identity';
import { uuid7 } from '@baogong/kernel';
import { readSample } from '@baogong/sample';
import { BOOTSTRAP_ACTOR } from './people.js';
import { pause } from './processes.js';

type Target = { url: string; local: LocalIssuer | undefined; dataFolder: string };
type Command = { as: string; path: string; key: string; body: object };

const VOLUNTEERS = 3;
const HOUSEHOLDS_PER_DWELLING = 4;
const DWELLINGS = ['/l-1/', '/b-07/'];
const COMMITTEE = 'rc-y';
const PATIENCE_MS = 20_000;
const SAMPLE_EPOCH_MS = Date.UTC(2026, 0, 1);
// A duty, a grant or a projection that is still on its way from oversight.
const ON_ITS_WAY = new Set([404, 429, 503]);

/** The sample people come in by the public API, as real ones would; started again in the middle, it goes on. */
export async function ensureSample({ url, local, dataFolder }: Target, say: (line: string) => void): Promise<void> {
  const done = join(dataFolder, 'sample.json');
  if (!local || existsSync(done)) return;
  say('Registering the sample people ...');
  for (const command of sampleCommands()) await sendUntilHeard({ url, local }, command);
  writeFileSync(done, JSON.stringify({ registered: true }));
}

function sampleCommands(): Command[] {
  const { organisations, volunteers, stations, households } = readSample();
  const helpers = volunteers
    .slice(0, VOLUNTEERS)
    .map(({ actorId, territory }) => ({ actorId, territory, role: 'volunteer' }));
  const homes = DWELLINGS.flatMap((dwelling) =>
    households.filter(({ territory }) => territory.includes(dwelling)).slice(0, HOUSEHOLDS_PER_DWELLING),
  );
  return [
    ...organisations.flatMap((organisation) => enrolment({ ...organisation, kind: 'organisation' })),
    ...helpers.flatMap((person) => enrolment({ ...person, kind: 'person' })),
    ...stations.map(({ stationId, organisation, ...station }) => ({
      as: organisation,
      path: 'stations',
      key: `sample-station-${stationId}`,
      body: { id: stationId, ...station },
    })),
    ...homes.map(({ householdId, territory, people, room, need, members }) => ({
      as: COMMITTEE,
      path: 'households',
      key: `sample-household-${householdId}`,
      body: {
        id: householdId,
        territory,
        people,
        room,
        ...(need ? { needs: need } : {}),
        members: members.map(({ actorId, name, telephone }) => ({ actorId, name, telephone })),
      },
    })),
  ];
}

type Enrolment = { actorId: string; kind: string; role: string; territory: string; name?: string };

function enrolment({ actorId, kind, role, territory, name }: Enrolment): Command[] {
  const actor = { id: actorId, kind, ...(name === undefined ? {} : { name }), territory };
  const id = uuid7(SAMPLE_EPOCH_MS, createHash('sha256').update(`grant-${actorId}`).digest().subarray(0, 10));
  return [
    { as: BOOTSTRAP_ACTOR, path: 'actors', key: `sample-actor-${actorId}`, body: actor },
    { as: BOOTSTRAP_ACTOR, path: 'grants', key: `sample-grant-${actorId}`, body: { id, actorId, role, territory } },
  ];
}

async function sendUntilHeard({ url, local }: { url: string; local: LocalIssuer }, command: Command): Promise<void> {
  const headers = {
    authorization: `Bearer ${await local.sign(command.as)}`,
    'content-type': 'application/json',
    'idempotency-key': command.key,
  };
  const request = { method: 'POST', headers, body: JSON.stringify(command.body) };
  for (const end = Date.now() + PATIENCE_MS; ;) {
    const answer = await fetch(`${url}/api/v1/${command.path}`, request);
    if (answer.ok) return void (await answer.arrayBuffer());
    const problem = await answer.text();
    if (!ON_ITS_WAY.has(answer.status) || Date.now() > end)
      throw new Error(`${command.path}: ${answer.status} ${problem}`);
    await pause(100);
  }
}
